namespace Ecosystem.Gateway.Forwarding;

/// <summary>
/// How many second tries a cluster may get: a tenth of the requests of the last ten seconds, so that retries cannot double the load of services
/// that are going under; and a few in any case, as a tenth of little is nothing.
/// </summary>
public sealed class RetryBudget
{
    private const int Seconds = 10, AtLeast = 20;
    private const double Ratio = 0.1;
    private readonly Lock gate = new();
    private readonly (long Second, int Requests, int Retries)[] slots = new (long, int, int)[Seconds];

    public void Request(DateTimeOffset now)
    {
        lock (gate)
            Slot(now).Requests++;
    }

    /// <summary>True when there is one left, which is then spent.</summary>
    public bool TryRetry(DateTimeOffset now)
    {
        lock (gate)
        {
            var first = now.ToUnixTimeSeconds() - Seconds + 1;
            var recent = slots.Where(slot => slot.Second >= first).ToList();
            if (recent.Sum(slot => slot.Retries) >= Math.Max(AtLeast, recent.Sum(slot => slot.Requests) * Ratio))
                return false;
            Slot(now).Retries++;
            return true;
        }
    }

    private ref (long Second, int Requests, int Retries) Slot(DateTimeOffset now)
    {
        var second = now.ToUnixTimeSeconds();
        ref var slot = ref slots[second % Seconds];
        if (slot.Second != second)
            slot = (second, 0, 0);
        return ref slot;
    }
}
