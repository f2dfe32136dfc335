using System.Globalization;

namespace Ecosystem.Feedback.Forwarding;

/// <summary>
/// When what failed is tried again: after 5 minutes, then every 30; what was sent is looked at every 5.
/// ECOSYSTEM_FORWARDING_SCHEDULE (these three in seconds, commas) replaces it, ECOSYSTEM_FORWARDING_SUMMARY_AT the local time of the daily summary.
/// </summary>
public sealed record ForwardingSchedule(TimeSpan FirstRetry, TimeSpan NextRetries, TimeSpan Pull, TimeSpan SummaryAt)
{
    public static readonly ForwardingSchedule Default = new(TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(5), TimeSpan.FromHours(7));

    /// <exception cref="InvalidOperationException">A setting cannot be read.</exception>
    public static ForwardingSchedule From(IConfiguration configuration)
    {
        var at = configuration.GetValue<TimeSpan?>("ECOSYSTEM_FORWARDING_SUMMARY_AT") ?? Default.SummaryAt;
        if (configuration["ECOSYSTEM_FORWARDING_SCHEDULE"] is not { Length: > 0 } written) return Default with { SummaryAt = at };
        return written.Split(',').Select(Seconds).ToArray() is [var first, var next, var pull] ? new(first, next, pull, at) : throw Unreadable();
    }

    /// <param name="failures">How many there were before this one.</param>
    public TimeSpan After(int failures) => failures == 0 ? FirstRetry : NextRetries;

    private static TimeSpan Seconds(string written) =>
        double.TryParse(written, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds > 0 ? TimeSpan.FromSeconds(seconds) : throw Unreadable();

    private static InvalidOperationException Unreadable() => new("ECOSYSTEM_FORWARDING_SCHEDULE must be three times in seconds, e.g. 300,1800,300");
}
