using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Ecosystem.Gateway.CallLog;

/// <summary>
/// The alarm for what is done with the log beside writing it: the metric <c>ecosystem.gateway.calls.troubles</c> counts every
/// failed try, the log tells of them at most once a minute.
/// </summary>
public sealed class CallLogTroubles(IMeterFactory meters, TimeProvider clock, ILogger<CallLogTroubles> log)
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(1);

    private readonly Counter<long> troubles = meters.Create("Ecosystem").CreateCounter<long>("ecosystem.gateway.calls.troubles", description: "Tries to archive or to time-stamp the log that failed, and days that were dropped unarchived.");
    private readonly ConcurrentDictionary<string, DateTimeOffset> told = [];

    public void Raise(string work, string reason)
    {
        troubles.Add(1, new KeyValuePair<string, object?>("work", work));
        var now = clock.GetUtcNow();
        if (told.TryGetValue(work, out var last) && now - last < Quiet) return;
        told[work] = now;
        log.LogError("The call log has trouble with its {Work}, traffic goes on: {Reason}", work, reason);
    }
}
