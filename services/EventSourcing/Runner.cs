using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Ecosystem.EventSourcing;

/// <summary>
/// Runs one subscription over all instances of a service: whoever holds its advisory lock works; when that process dies,
/// PostgreSQL frees the lock and another takes over. All work runs on the connection that holds the lock.
/// </summary>
/// <param name="database">Work is done on a session of its own: with the session goes the lock.</param>
/// <param name="step">Works off what there is; false when there is nothing more for now.</param>
internal sealed class Runner(string name, Database database, Wakeups wakeups, ILogger<Runner> log, Func<NpgsqlConnection, CancellationToken, Task<bool>> step) : BackgroundService
{
    private static readonly TimeSpan Retry = TimeSpan.FromMilliseconds(500);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await IsFree(stoppingToken)) await WorkWithLock(stoppingToken);
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

    /// <summary>Asked before a session is opened: those who stand by ask all day, and a new session costs the server a process.</summary>
    private async Task<bool> IsFree(CancellationToken ct)
    {
        await using var command = database.Pool.CreateCommand("select pg_try_advisory_xact_lock(hashtextextended($1, 0))").With(name);
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    private async Task WorkWithLock(CancellationToken ct)
    {
        await using var connection = await database.Sessions.OpenConnectionAsync(ct);
        if (await connection.TryLock(name, ct)) await Work(connection, ct);
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
}
