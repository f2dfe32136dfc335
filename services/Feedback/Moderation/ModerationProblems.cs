using Ecosystem.EventSourcing;

namespace Ecosystem.Feedback.Moderation;

/// <summary>Why somebody may not send, or see.</summary>
public static class ModerationProblems
{
    public static readonly Problem QuotaExceeded = new("report-quota-exceeded", 429, "So many reports in an hour are not taken from one person.", "Bạn đã gửi quá số phản ánh cho phép trong một giờ.");
    public static readonly Problem OwnReport = new("own-report-flagged", 409, "This is your own report.", "Đây là phản ánh của chính bạn.");
}
