using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Ecosystem.EventSourcing;

/// <summary>
/// Runs one subscription over all instances of a service: whoever holds its advisory lock works; when that process dies,
/// PostgreSQL frees the lock and another takes over. All work runs on the connection that holds the lock.
/// </summary>
/// <param name="sessions">Unpooled: with the session goes the lock.</param>
/// <param name="step">Works off what there is; false when there is nothing more for now.</param>
internal sealed class Runner(string name, NpgsqlDataSource sessions, Wakeups wakeups, ILogger<Runner> log, Func<NpgsqlConnection, CancellationToken, Task<bool>> step) : BackgroundService
{
    private static readonly TimeSpan Retry = TimeSpan.FromMilliseconds(500);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var connection = await sessions.OpenConnectionAsync(stoppingToken);
                if (await TakeLock(connection, stoppingToken)) await Work(connection, stoppingToken);
            }
            catch (Exception away) when (away is NpgsqlException or IOException && !stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("{Subscription} stopped and starts again: {Reason}", name, away.Message);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(failure, "{Subscription} stopped and starts again", name);
            }

            await Task.Delay(Retry, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task Work(NpgsqlConnection connection, CancellationToken ct)
    {
        log.LogInformation("{Subscription} runs here", name);
        while (true)
        {
            var wakeup = wakeups.NextAppend;
            if (!await step(connection, ct)) await Wakeups.Wait(wakeup, ct);
        }
    }

    private async Task<bool> TakeLock(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select pg_try_advisory_lock(hashtextextended($1, 0))", connection).With(name);
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }
}
