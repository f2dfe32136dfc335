using Ecosystem.EventSourcing;
using Npgsql;

namespace Ecosystem.Feedback.Forwarding;

/// <summary>What is due is a fact in the database and no timer in memory: every second one instance looks. The lock only saves double work; that each try is one is the streams' doing.</summary>
public sealed class ForwardingSweep(NpgsqlDataSource database, IServiceScopeFactory scopes, ForwardingSchedule schedule, TimeProvider clock, ILogger<ForwardingSweep> log) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    private DateTimeOffset nextPull;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Step(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("Forwarding waits: {Reason}", failure.Message);
            }

            await Task.Delay(Poll, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task Step(CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var turn = await connection.BeginTransactionAsync(ct);    // its end gives the lock away, also when this process dies
        await using var take = new NpgsqlCommand("select pg_try_advisory_xact_lock(hashtextextended('feedback forwarding', 0))", connection);
        if (await take.ExecuteScalarAsync(ct) is not true) return;
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Cause>().By = "service:feedback";
        var dispatch = scope.ServiceProvider.GetRequiredService<Dispatch>();
        await dispatch.SendDue(ct);
        if (clock.GetUtcNow() >= nextPull)
        {
            nextPull = clock.GetUtcNow() + schedule.Pull;
            await dispatch.Pull(ct);
        }

        await scope.ServiceProvider.GetRequiredService<SumFailures>().Run(ct);
    }
}
