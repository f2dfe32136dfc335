namespace Ecosystem.Local;

/// <summary>Runs works side by side; the first that fails cancels the others and is the one that is told.</summary>
internal static class Together
{
    public static async Task Run(CancellationToken ct, params IReadOnlyList<Func<CancellationToken, Task>> works)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        Task? failed = null;
        await foreach (var ended in Task.WhenEach(works.Select(work => work(stop.Token)).ToArray()))
        {
            if (!ended.IsCompletedSuccessfully && failed is null)
            {
                failed = ended;
                await stop.CancelAsync();
            }
        }
        await (failed ?? Task.CompletedTask);
    }
}
