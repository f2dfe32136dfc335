using Ecosystem.EventSourcing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Ecosystem.ServiceDefaults;

/// <summary>
/// Does long work, one after the other. Whoever holds its lock in the database does it; when that process ends, the lock is free
/// and another instance begins anew, so the work must be such that this does no harm.
/// </summary>
internal sealed class WorkRunner(IServiceProvider services, IHostApplicationLifetime host, ILogger<WorkRunner> log) : BackgroundService
{
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(5);
    private readonly SemaphoreSlim wanted = new(0);

    /// <summary>There is something new: it need not wait for the next round.</summary>
    public void Look() => wanted.Release();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var registration = host.ApplicationStarted.Register(started.SetResult); // the tables are there then
        await started.Task.WaitAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            await DoAll(stoppingToken);
            await wanted.WaitAsync(Round, stoppingToken);
        }
    }

    public override void Dispose()
    {
        wanted.Dispose();
        base.Dispose();
    }

    private async Task DoAll(CancellationToken ct)
    {
        try
        {
            var works = services.GetRequiredService<ReadModel<LongWork>>();
            foreach (var row in await works.Query("where data->>'status' in ('Requested', 'Running') order by created_position limit 100", [], ct))
                await TryDo(row.Id, ct);
        }
        catch (Exception e) when (e is NpgsqlException or Refused)
        {
            log.LogWarning("Long work waits: {Reason}", e.Message);
        }
    }

    /// <summary>The lock is the transaction's: it ends with it, whatever happens to the process.</summary>
    private async Task TryDo(Guid id, CancellationToken ct)
    {
        await using var connection = await services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using var command = new NpgsqlCommand("select pg_try_advisory_xact_lock(hashtextextended($1, 0))", connection, transaction) { Parameters = { new() { Value = $"long work {id}" } } };
        if (!(bool)(await command.ExecuteScalarAsync(ct))!)
            return;
        await using var turn = ActivatorUtilities.CreateInstance<WorkTurn>(services, id);
        await turn.Do(ct);
    }
}
