namespace Ecosystem.Gateway.CallLog;

/// <summary>Writes what is queued, batch by batch, and tries again for as long as that fails, whatever the reason: a log in trouble must not stop traffic.</summary>
internal sealed class CallWriter(CallQueue queue, CallBatches batches, ILogger<CallWriter> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(100);

    private volatile bool isStopping;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        isStopping = true;
        queue.Close();
        await (ExecuteTask ?? Task.CompletedTask).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await queue.Take(stoppingToken) is { Count: > 0 } batch)
        {
            while (!await Write(batch, stoppingToken))
            {
                if (isStopping) return;
                await Task.Delay(Pause, stoppingToken);
            }

            if (!queue.IsClosed) await Task.Delay(Gather, stoppingToken);    // a few writes a second instead of one a call
        }
    }

    private async Task<bool> Write(List<Call> batch, CancellationToken ct)
    {
        try
        {
            await batches.Append(batch, ct);
            return true;
        }
        catch (Exception trouble) when (!ct.IsCancellationRequested)
        {
            log.LogError("The call log cannot be written, {Waiting} calls wait and {Lost} are lost: {Reason}", queue.Waiting + batch.Count, queue.Lost, trouble.Message);
            return false;
        }
    }
}
