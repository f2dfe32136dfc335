using System.Collections.Concurrent;

namespace Ecosystem.Feedback.Analytics;

/// <summary>Answers that may be five minutes old: what everybody may ask is counted once for all.</summary>
public sealed class Remembered<TKey, TValue>(TimeProvider clock) where TKey : notnull
{
    private const int Most = 10_000;
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<TKey, (DateTimeOffset Until, TValue Value)> known = new();

    public async Task<TValue> Get(TKey key, Func<Task<TValue>> count)
    {
        var now = clock.GetUtcNow();
        if (known.TryGetValue(key, out var answer) && answer.Until > now) return answer.Value;
        if (known.Count >= Most) known.Clear();
        var value = await count();
        known[key] = (now + Fresh, value);
        return value;
    }
}
