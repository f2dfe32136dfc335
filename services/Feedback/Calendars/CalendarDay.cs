namespace Ecosystem.Feedback.Calendars;

/// <summary>What a day is that is not as its weekday says.</summary>
public enum DayKind { Working, Holiday, HalfDay, MakeUp }

/// <summary>A day whose kind a law or a decision fixes.</summary>
/// <param name="Kind">working, holiday, halfDay (only the morning is worked) or makeUp (a day of rest that is worked for another).</param>
/// <param name="Name">Why, in words, such as the holiday's name.</param>
public sealed record CalendarDay(DateOnly Date, DayKind Kind, string Name);
