using Ecosystem.EventSourcing;
using Npgsql;

namespace Ecosystem.Feedback.Deadlines;

/// <summary>
/// Deadlines are facts in the database and no timers in memory: every second one instance looks for what is due and lets the
/// rules decide. The lock only saves double work; that each event comes once is the streams' doing.
/// </summary>
public sealed class DeadlineSweep(NpgsqlDataSource database, IServiceScopeFactory scopes, TimeProvider clock, ILogger<DeadlineSweep> log) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

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
                log.LogWarning("Deadlines wait: {Reason}", failure.Message);
            }

            await Task.Delay(Poll, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task Step(CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var turn = await connection.BeginTransactionAsync(ct);    // its end gives the lock away, also when this process dies
        await using var take = new NpgsqlCommand("select pg_try_advisory_xact_lock(hashtextextended('feedback deadlines', 0))", connection);
        if (await take.ExecuteScalarAsync(ct) is not true) return;
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Cause>().By = "service:feedback";
        var began = clock.GetTimestamp();
        var settled = await scope.ServiceProvider.GetRequiredService<SweepRound>().Run(ct);
        await scope.ServiceProvider.GetRequiredService<CalendarMoves>().Run(ct);
        Measures.Swept(clock.GetElapsedTime(began));
        if (settled > 0) log.LogInformation("The clocks of {Settled} reports were settled", settled);
    }
}
