using System.Collections.Concurrent;

namespace Ecosystem.EventSourcing;

/// <summary>Remembers between one and two generations of the newest entries; forgets the older one at once, so no entry costs more than its own.</summary>
internal sealed class RecentlyUsed<TKey, TValue>(int generation) where TKey : notnull where TValue : class
{
    private volatile ConcurrentDictionary<TKey, TValue> young = new();
    private volatile ConcurrentDictionary<TKey, TValue> old = new();
    private int size;

    public TValue? Get(TKey key) => young.GetValueOrDefault(key) ?? old.GetValueOrDefault(key);

    public void Set(TKey key, TValue value)
    {
        young[key] = value;
        if (Interlocked.Increment(ref size) % generation == 0) (old, young) = (young, new());
    }
}
