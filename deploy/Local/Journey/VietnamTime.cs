namespace Ecosystem.Local;

/// <summary>The country's clock: a campaign's days are counted by it.</summary>
internal static class VietnamTime
{
    public static DateTimeOffset Now => DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(7));
}
