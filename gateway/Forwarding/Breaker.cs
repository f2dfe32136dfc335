namespace Ecosystem.Gateway.Forwarding;

/// <summary>
/// Keeps requests from a destination that does not answer. It opens after three failures in a row, or when health checks fail and nobody has had an
/// answer lately; then one request in a while may try, the pause doubling up to five seconds. The first answer closes it.
/// </summary>
public sealed class Breaker
{
    private const int Failures = 3;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(500), LongestPause = TimeSpan.FromSeconds(5), Trust = TimeSpan.FromSeconds(2);
    private readonly Lock gate = new();
    private int failures;
    private TimeSpan pause = FirstPause;
    private DateTimeOffset lastAnswer, nextTrial;

    /// <param name="sick">What the health checks say.</param>
    public bool Admits(DateTimeOffset now, bool sick)
    {
        lock (gate)
        {
            if (failures < Failures && (!sick || now - lastAnswer < Trust))
                return true;
            if (now < nextTrial)
                return false;
            (nextTrial, pause) = (now + pause, pause * 2 < LongestPause ? pause * 2 : LongestPause);
            return true;
        }
    }

    public void Answered(DateTimeOffset now)
    {
        lock (gate)
            (failures, lastAnswer, nextTrial, pause) = (0, now, default, FirstPause);
    }

    /// <returns>True when this failure opens it.</returns>
    public bool Failed(DateTimeOffset now)
    {
        lock (gate)
        {
            lastAnswer = default;
            if (++failures == Failures)
                nextTrial = now + FirstPause;
            return failures == Failures;
        }
    }
}
