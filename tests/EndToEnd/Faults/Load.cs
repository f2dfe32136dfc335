using System.Collections.Concurrent;

namespace Ecosystem.EndToEnd.Faults;

/// <summary>Citizens who submit reports at a steady pace, whatever happens to those before, until the fault is over.</summary>
internal sealed class Load : IAsyncDisposable
{
    private readonly CancellationTokenSource end = new(), abandon = new();
    private readonly ConcurrentQueue<Task<Submission>> submissions = [];
    private readonly Task pace;

    public Load(IReadOnlyList<Api> citizens, int perSecond = 20) => pace = Run(citizens, TimeSpan.FromSeconds(1.0 / perSecond));

    /// <summary>What has been accepted by now.</summary>
    public IReadOnlyList<Submission> Accepted => [.. submissions.Where(one => one.IsCompletedSuccessfully).Select(one => one.Result)];

    /// <summary>Waits until one that is submitted from now on, and as many in all, have been accepted: the load really runs, or runs again.</summary>
    public Task Goes(int on, TimeSpan? limit = null)
    {
        var (accepted, submitted) = (Accepted.Count, submissions.Count);
        return Eventually.Holds(() => Task.FromResult(Accepted.Count >= accepted + on && submissions.Skip(submitted).Any(one => one.IsCompletedSuccessfully)), $"Another {on} reports", limit ?? TimeSpan.FromSeconds(60));
    }

    /// <summary>Stops submitting and waits until those in flight are accepted.</summary>
    public async Task<IReadOnlyList<Submission>> End()
    {
        await end.CancelAsync();
        await pace;
        return await Task.WhenAll(submissions);
    }

    /// <summary>After a failed test nothing goes on to be submitted.</summary>
    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await abandon.CancelAsync();
        await pace;
        await Task.WhenAll(submissions).ContinueWith(_ => { }, TaskScheduler.Default);
    }

    private async Task Run(IReadOnlyList<Api> citizens, TimeSpan period)
    {
        using var timer = new PeriodicTimer(period);
        for (var n = 0; !end.IsCancellationRequested; n++)
        {
            submissions.Enqueue(Submission.Make(citizens[n % citizens.Count], abandon.Token));
            await timer.WaitForNextTickAsync();
        }
    }
}
