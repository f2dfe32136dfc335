namespace Ecosystem.Feedback.Analytics;

/// <summary>What can happen to a report that changes where it stands. The numbers are stored: add, never change; 1 to 31.</summary>
public enum Happening
{
    Submitted = 1,
    Assigned = 2,
    Accepted = 3,
    Started = 4,
    Waiting = 5,
    Resumed = 6,
    Answered = 7,
    Rated = 8,
    Closed = 9,
    Rejected = 10,
    Returned = 11,
    Transferred = 12,
    Reopened = 13,
    Merged = 14,
    Unmerged = 15,
    Forwarded = 16,
}
