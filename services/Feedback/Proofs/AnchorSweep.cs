using Ecosystem.EventSourcing;
using Npgsql;

namespace Ecosystem.Feedback.Proofs;

/// <summary>Looks every few seconds whether a day is over that has no anchor yet; one instance at a time, for the days are a chain.</summary>
public sealed class AnchorSweep(NpgsqlDataSource database, IServiceScopeFactory scopes, ILogger<AnchorSweep> log) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(5);

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
                log.LogWarning("Anchors wait: {Reason}", failure.Message);
            }

            await Task.Delay(Poll, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task Step(CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var turn = await connection.BeginTransactionAsync(ct);    // its end gives the lock away, also when this process dies
        await using var take = new NpgsqlCommand("select pg_try_advisory_xact_lock(hashtextextended('feedback anchors', 0))", connection);
        if (await take.ExecuteScalarAsync(ct) is not true) return;
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Cause>().By = "service:feedback";
        while (await scope.ServiceProvider.GetRequiredService<AnchorDay>().Next(ct)) log.LogInformation("A day of report events is anchored");
    }
}
