namespace Ecosystem.Gateway.Limits;

/// <summary>
/// This instance's part of one client's quota in the current window. Most requests are taken from what is in hand; when that is
/// used up, all that wait share one lease from the database. Without the database the instance goes on by its own count, unless the class is closed.
/// </summary>
public sealed class Share(Policy policy, bool closed, Func<Lease, Task<Grant?>> lease)
{
    private readonly Lock gate = new();
    private long window;
    private int used, inHand, leased, owed;
    private bool empty;
    private Task<bool>? leasing;

    /// <summary>Null where the class is closed and the quota cannot be known.</summary>
    public async ValueTask<Standing?> Take(DateTimeOffset now)
    {
        while (true)
        {
            Task<bool> waiting;
            lock (gate)
            {
                Turn(now);
                if (inHand > 0 || empty)
                    return Use(now);
                waiting = leasing ??= Renew();
            }

            if (!await waiting)
                return null;
        }
    }

    public bool IsOver(DateTimeOffset now) => Number(now) > Volatile.Read(ref window);

    private Standing Use(DateTimeOffset now)
    {
        var allowed = inHand > 0;
        if (allowed)
            (inHand, used) = (inHand - 1, used + 1);
        var remaining = leased > 0 ? policy.Quota - leased + inHand : policy.Quota - used;
        return new(policy, allowed, allowed ? Math.Max(0, remaining) : 0, End - now);
    }

    private void Turn(DateTimeOffset now)
    {
        if (Number(now) <= window)
            return;
        (window, used, leased, empty, leasing) = (Number(now), 0, 0, false, null);
        owed = inHand = closed ? 0 : policy.Credit;
    }

    /// <summary>Asks for as much as was used in this window so far: whoever is asked little holds little back from the others.</summary>
    private async Task<bool> Renew()
    {
        var asked = new Lease(window, End, owed, Math.Max(policy.Credit, used), policy.Quota);
        await Task.Yield(); // out of the lock
        var grant = await lease(asked);
        lock (gate)
        {
            if (asked.Window != window)
                return true;
            leasing = null;
            if (grant is null && closed)
                return false;
            if (grant is null)
                OnCredit();
            else
                (owed, leased, inHand, empty) = (0, grant.Leased, grant.Granted, grant.Granted == 0);
            return true;
        }
    }

    private void OnCredit()
    {
        inHand = Math.Min(policy.Credit, policy.Quota - used);
        owed += inHand;
        empty = inHand <= 0;
    }

    private long Number(DateTimeOffset now) => now.ToUnixTimeSeconds() / policy.Seconds;

    private DateTimeOffset End => DateTimeOffset.FromUnixTimeSeconds((window + 1) * policy.Seconds);
}

/// <summary>What an instance asks of the shared quota.</summary>
/// <param name="Owed">Given away already without asking; it counts in any case.</param>
public sealed record Lease(long Window, DateTimeOffset Ends, int Owed, int Wanted, int Quota);

/// <param name="Leased">What all instances together have got in this window.</param>
public sealed record Grant(int Granted, int Leased);

/// <summary>Where a client stands with one policy after a request.</summary>
public sealed record Standing(Policy Policy, bool Allowed, int Remaining, TimeSpan Reset)
{
    public int ResetSeconds => Math.Max(1, (int)Math.Ceiling(Reset.TotalSeconds));
}
