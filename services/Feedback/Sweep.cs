using Ecosystem.EventSourcing;
using Npgsql;

namespace Ecosystem.Feedback;

/// <summary>
/// What is due is a fact in the database and no timer in memory: one instance at a time looks, again and again, and lets the rules decide.
/// The lock only saves double work; that each thing happens once is the streams' doing.
/// </summary>
/// <param name="name">Names the lock, and the work in the log.</param>
/// <param name="step">What to do each time, with services of its own.</param>
public sealed class Sweep(string name, TimeSpan pace, Func<IServiceProvider, CancellationToken, Task> step, NpgsqlDataSource database, IServiceScopeFactory scopes, ILogger<Sweep> log) : BackgroundService
{
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
                log.LogWarning("The sweep of {Sweep} waits: {Reason}", name, failure.Message);
            }

            await Task.Delay(pace, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task Step(CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var turn = await connection.BeginTransactionAsync(ct);    // its end gives the lock away, also when this process dies
        await using var take = new NpgsqlCommand("select pg_try_advisory_xact_lock(hashtextextended('feedback ' || $1, 0))", connection) { Parameters = { new() { Value = name } } };
        if (await take.ExecuteScalarAsync(ct) is not true) return;
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Cause>().By = "service:feedback";
        await step(scope.ServiceProvider, ct);
    }
}

internal static class Sweeps
{
    public static void AddSweep(this IServiceCollection services, string name, TimeSpan pace, Func<IServiceProvider, CancellationToken, Task> step) =>
        services.AddSingleton<IHostedService>(provider => new Sweep(
            name, pace, step, provider.GetRequiredService<NpgsqlDataSource>(), provider.GetRequiredService<IServiceScopeFactory>(), provider.GetRequiredService<ILogger<Sweep>>()));
}
