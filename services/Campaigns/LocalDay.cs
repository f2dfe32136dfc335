namespace Ecosystem.Campaigns;

/// <summary>Campaigns count days as people in Viet Nam do: Asia/Ho_Chi_Minh, which has been UTC+7 without summer time since 1975.</summary>
public static class LocalDay
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    public static DateOnly Of(DateTimeOffset time) => DateOnly.FromDateTime(time.ToOffset(Offset).DateTime);
}
