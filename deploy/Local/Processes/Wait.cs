using System.Diagnostics;

namespace Ecosystem.Local;

/// <summary>Waits for a condition instead of sleeping; always bounded.</summary>
public static class Wait
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>True as soon as the condition holds, false when it did not within the limit.</summary>
    public static async Task<bool> For(Func<CancellationToken, Task<bool>> condition, TimeSpan limit, CancellationToken ct)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < limit; await Task.Delay(Pause, ct))
        {
            if (await condition(ct))
            {
                return true;
            }
        }
        return await condition(ct);
    }

    public static Task<bool> For(Func<bool> condition, TimeSpan limit, CancellationToken ct) =>
        For(_ => Task.FromResult(condition()), limit, ct);

    /// <exception cref="LocalProblem">The condition did not come true in time; <paramref name="what"/> names it.</exception>
    public static async Task Until(Func<CancellationToken, Task<bool>> condition, string what, TimeSpan limit, CancellationToken ct)
    {
        if (!await For(condition, limit, ct))
        {
            throw new LocalProblem($"{what} did not happen within {limit.TotalSeconds:0} s.");
        }
    }
}
