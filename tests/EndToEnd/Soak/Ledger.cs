using System.Collections.Concurrent;
using System.Diagnostics;
using Ecosystem.EndToEnd.Faults;

namespace Ecosystem.EndToEnd.Soak;

/// <summary>What has been acknowledged, or must follow from it: so many events of a type in a stream, neither fewer nor more.</summary>
internal sealed class Ledger
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<(Guid Stream, string Type), int> events = [];
    private int commands, tries;

    public IReadOnlyDictionary<(Guid Stream, string Type), int> Events => events;

    public int Commands => commands;

    /// <summary>Requests that were sent for them.</summary>
    public int Tries => tries;

    public void Expect(Guid stream, params ReadOnlySpan<string> types)
    {
        foreach (var type in types) events.AddOrUpdate((stream, type), 1, (_, count) => count + 1);
    }

    /// <summary>Sends a command with one Idempotency-Key until it is acknowledged, as an app does.</summary>
    /// <param name="tooEarly">A refusal that only says that something is still on its way; the command is then another one.</param>
    public async Task<Answer> Send(Api by, string path, object? body, int tooEarly = 0)
    {
        var key = $"{Guid.NewGuid():N}";
        for (var watch = Stopwatch.StartNew(); ;)
        {
            Interlocked.Increment(ref tries);
            var attempt = await Attempt.Of(() => by.Post(path, body, ("Idempotency-Key", key)));
            if (attempt.Status is 200 or 201)
            {
                Interlocked.Increment(ref commands);
                return attempt.Answer!;
            }

            if (attempt.Status == tooEarly) key = $"{Guid.NewGuid():N}";
            else if (attempt.Status is not (0 or 429 or >= 500)) throw new InvalidOperationException($"POST {path}: {attempt}");
            if (watch.Elapsed > Patience) throw new InvalidOperationException($"POST {path} is never acknowledged; at last {attempt}");
            await Task.Delay(attempt.RetryAfter ?? TimeSpan.FromMilliseconds(300));
        }
    }
}
