namespace Ecosystem.Gateway.Limits;

/// <summary>
/// How many requests may be in flight, and who must stay outside first. A second in which more than a tenth of the answers were slow takes capacity away, as much
/// as they were too slow (half as many in flight wait half as long); one in which half of it was used and answers were quick gives a little back.
/// </summary>
public sealed class Capacity(SheddingSettings settings)
{
    private const double Slow = 0.1, MostDown = 0.3, LeastDown = 0.9, Up = 1.05;
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(1);
    private readonly Lock gate = new();
    private DateTimeOffset windowEnd;
    private int inFlight, peak, answers, slow;
    private double milliseconds;

    public double Limit { get; private set; } = settings.Most;

    /// <summary>True when the request may go on; <see cref="Leave"/> must follow then.</summary>
    public bool TryEnter(double part)
    {
        lock (gate)
        {
            if (inFlight >= Limit * part)
                return false;
            peak = Math.Max(peak, ++inFlight);
            return true;
        }
    }

    /// <param name="took">Null where it says nothing about how busy the services are.</param>
    public void Leave(DateTimeOffset now, TimeSpan? took)
    {
        lock (gate)
        {
            inFlight--;
            if (took is { } time)
                (answers, milliseconds, slow) = (answers + 1, milliseconds + time.TotalMilliseconds, slow + (time.TotalMilliseconds > settings.TargetMilliseconds ? 1 : 0));
            if (now >= windowEnd)
                Adjust(now);
        }
    }

    private void Adjust(DateTimeOffset now)
    {
        if (slow > answers * Slow)
            Limit = Math.Max(settings.Least, Limit * Math.Clamp(settings.TargetMilliseconds * answers / milliseconds, MostDown, LeastDown));
        else if (peak > Limit / 2)
            Limit = Math.Min(settings.Most, Limit * Up + 1);
        (windowEnd, peak, answers, slow, milliseconds) = (now + Window, inFlight, 0, 0, 0);
    }
}
