namespace Ecosystem.Feedback.Calendars;

/// <summary>Offices count days as people in Viet Nam do: Asia/Ho_Chi_Minh, which has been UTC+7 without summer time since 1975.</summary>
public static class LocalTime
{
    public static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    public static DateOnly DayOf(DateTimeOffset time) => DateOnly.FromDateTime(time.ToOffset(Offset).DateTime);

    /// <summary>Local midnight at which a day begins.</summary>
    public static DateTimeOffset Beginning(DateOnly day) => new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), Offset).ToUniversalTime();
}
