using System.Globalization;

namespace Ecosystem.Notifications.Webhooks;

/// <summary>
/// When a delivery is tried again: the delays of Standard Webhooks 1.0, 75 h 35 min 5 s in all, each up to a tenth longer,
/// so that what failed together does not come back together. ECOSYSTEM_WEBHOOK_SCHEDULE (seconds, commas) replaces them.
/// </summary>
public sealed record Schedule(IReadOnlyList<TimeSpan> Delays)
{
    private const string Standard = "0,5,300,1800,7200,18000,36000,50400,72000,86400";

    /// <exception cref="InvalidOperationException">The setting cannot be read.</exception>
    public static Schedule From(IConfiguration configuration) => new([.. (configuration["ECOSYSTEM_WEBHOOK_SCHEDULE"] ?? Standard).Split(',').Select(Delay)]);

    /// <summary>From a failed attempt (from 1) to the next; null: that was the last.</summary>
    public TimeSpan? After(int attempt, Guid delivery) => attempt < Delays.Count ? Delays[attempt] * (1 + Spread(delivery, attempt) / 10) : null;

    /// <summary>0 to 1, evenly over all deliveries and another one for each attempt.</summary>
    private static double Spread(Guid delivery, int attempt) => (uint)HashCode.Combine(delivery, attempt) / (double)uint.MaxValue;

    private static TimeSpan Delay(string seconds) => double.TryParse(seconds, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
        ? TimeSpan.FromSeconds(number)
        : throw new InvalidOperationException("ECOSYSTEM_WEBHOOK_SCHEDULE must be delays in seconds, e.g. 0,5,300");
}
