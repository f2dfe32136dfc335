namespace Ecosystem.ServiceDefaults;

/// <summary>Days as people in Viet Nam count them: Asia/Ho_Chi_Minh, which has been UTC+7 without summer time since 1975; as stores keep them, numbered from 1970-01-01.</summary>
public static class LocalDay
{
    private static readonly DateOnly Epoch = new(1970, 1, 1);

    public static int NumberOf(DateTimeOffset time) => NumberOf(Of(time));

    public static int NumberOf(DateOnly day) => day.DayNumber - Epoch.DayNumber;

    public static DateOnly Of(DateTimeOffset time) => DateOnly.FromDateTime(time.UtcDateTime.AddHours(7));

    public static DateOnly Of(int number) => Epoch.AddDays(number);
}
