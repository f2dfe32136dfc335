namespace Ecosystem.Gateway.CallLog;

/// <summary>Settings that say how long something may wait.</summary>
internal static class CallLogInterval
{
    /// <exception cref="InvalidOperationException">The setting is no time span from 1 second to 1 day.</exception>
    public static TimeSpan Of(IConfiguration configuration, string setting, TimeSpan otherwise) =>
        (configuration.GetValue<TimeSpan?>(setting) ?? otherwise) is var given && given >= TimeSpan.FromSeconds(1) && given <= TimeSpan.FromDays(1) ? given
        : throw new InvalidOperationException($"{setting} must be a time span from 00:00:01 to 1.00:00:00.");
}
