using System.Diagnostics;

namespace Ecosystem.Benchmarks;

internal static class Load
{
    /// <summary>Runs an operation from so many concurrent callers for a time.</summary>
    /// <returns>Operations done, and per second.</returns>
    public static async Task<(long Count, double PerSecond)> Closed(int callers, TimeSpan time, Func<Task> operation)
    {
        var watch = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
        {
            var count = 0L;
            for (; watch.Elapsed < time; count++) await operation();
            return count;
        })));
        return (counts.Sum(), counts.Sum() / watch.Elapsed.TotalSeconds);
    }

    /// <summary>Starts operations at a fixed rate, however long they take.</summary>
    /// <param name="most">So many at once; what is due beyond them waits.</param>
    public static async Task Open(int perSecond, TimeSpan time, Func<int, Task> operation, int most = int.MaxValue)
    {
        var watch = Stopwatch.StartNew();
        List<Task> running = [];
        var (started, atWork) = (0, 0);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(1));
        for (; watch.Elapsed < time; await timer.WaitForNextTickAsync())
            for (; started < watch.Elapsed.TotalSeconds * perSecond && Volatile.Read(ref atWork) < most; started++) running.Add(One(started));
        await Task.WhenAll(running);

        async Task One(int nr)
        {
            Interlocked.Increment(ref atWork);
            await operation(nr);
            Interlocked.Decrement(ref atWork);
        }
    }

    public static double Percentile(IEnumerable<double> values, double percentile)
    {
        var sorted = values.Order().ToArray();
        return sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * percentile))];
    }
}
