using System.Collections.Concurrent;

namespace Ecosystem.EndToEnd.Faults;

/// <summary>Citizens who submit reports at a steady pace, whatever happens to those before, until the fault is over.</summary>
internal sealed class Load
{
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentQueue<Task<Submission>> submissions = [];
    private readonly Task pace;

    public Load(IReadOnlyList<Api> citizens, int perSecond) => pace = Run(citizens, TimeSpan.FromSeconds(1.0 / perSecond));

    /// <summary>What has been accepted by now.</summary>
    public IReadOnlyList<Submission> Accepted => [.. submissions.Where(one => one.IsCompletedSuccessfully).Select(one => one.Result)];

    /// <summary>Waits until this many more have been submitted and accepted: the load really runs, or runs again.</summary>
    public Task Goes(int on, TimeSpan? limit = null)
    {
        var (before, submitted) = (Accepted.Count, submissions.Count);
        return Eventually.Holds(() => Task.FromResult(Accepted.Count >= before + on && submissions.Skip(submitted).Any(one => one.IsCompletedSuccessfully)), $"Another {on} reports", limit ?? TimeSpan.FromSeconds(30));
    }

    /// <summary>Stops submitting and waits for those in flight.</summary>
    public async Task<IReadOnlyList<Submission>> End()
    {
        await stop.CancelAsync();
        await pace;
        return await Task.WhenAll(submissions);
    }

    private async Task Run(IReadOnlyList<Api> citizens, TimeSpan period)
    {
        using var timer = new PeriodicTimer(period);
        for (var n = 0; !stop.IsCancellationRequested; n++)
        {
            submissions.Enqueue(Submission.Make(citizens[n % citizens.Count]));
            await timer.WaitForNextTickAsync();
        }
    }
}
