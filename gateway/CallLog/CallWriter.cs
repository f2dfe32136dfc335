using Npgsql;

namespace Ecosystem.Gateway.CallLog;

/// <summary>Writes what is queued, batch by batch, and tries again for as long as the database is away.</summary>
internal sealed class CallWriter(CallQueue queue, CallBatches batches, ILogger<CallWriter> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(100);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        queue.Close();
        await (ExecuteTask ?? Task.CompletedTask).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await queue.Take(stoppingToken) is { Count: > 0 } batch)
        {
            while (!await Write(batch, stoppingToken)) await Task.Delay(Pause, stoppingToken);
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
        catch (Exception away) when (away is NpgsqlException or IOException)
        {
            log.LogError("The call log cannot be written, {Waiting} calls wait and {Lost} are lost: {Reason}", queue.Waiting, queue.Lost, away.Message);
            return false;
        }
    }
}
