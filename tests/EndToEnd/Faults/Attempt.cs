using System.Diagnostics;
using System.Globalization;

namespace Ecosystem.EndToEnd.Faults;

/// <summary>One request as its caller saw it.</summary>
/// <param name="Answer">Null when the connection broke or nothing came for half a minute.</param>
internal sealed record Attempt(DateTimeOffset At, TimeSpan Took, Answer? Answer)
{

    public int Status => Answer?.Status ?? 0;

    public TimeSpan? RetryAfter => Answer?.Headers.TryGetValue("Retry-After", out var seconds) is true ? TimeSpan.FromSeconds(int.Parse(seconds, CultureInfo.InvariantCulture)) : null;

    public static async Task<Attempt> Of(Func<Task<Answer>> request)
    {
        var (at, watch) = (DateTimeOffset.UtcNow, Stopwatch.StartNew());
        try
        {
            var answer = await request();
            return new(at, watch.Elapsed, answer);
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
        {
            return new(at, watch.Elapsed, Answer: null);
        }
    }

    public override string ToString() => $"{At:HH:mm:ss.fff} {Status} after {Took.TotalSeconds:0.0} s, Retry-After {RetryAfter}: {Answer?.Text}";
}

internal static class Attempts
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Tries with one Idempotency-Key until it is accepted, as an app does: each time after as long as the refusal asks for.</summary>
    public static async Task<IReadOnlyList<Attempt>> PostUntilAccepted(this Api by, string path, object body, CancellationToken abandon = default)
    {
        var key = Guid.NewGuid().ToString("N");
        List<Attempt> attempts = [];
        for (var watch = Stopwatch.StartNew(); ; await Task.Delay(attempts[^1].RetryAfter ?? TimeSpan.FromSeconds(1), abandon))
        {
            attempts.Add(await Attempt.Of(() => by.Post(path, body, ("Idempotency-Key", key))));
            if (attempts[^1].Status is 200 or 201) return attempts;
            Assert.True(watch.Elapsed + (attempts[^1].RetryAfter ?? TimeSpan.Zero) < Patience, $"Never accepted; at last {attempts[^1]}");
        }
    }
}
