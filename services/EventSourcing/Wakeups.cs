using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Ecosystem.EventSourcing;

/// <summary>Wakes whoever waits for new events or new projected rows, by PostgreSQL's NOTIFY: milliseconds, over all processes.</summary>
public sealed class Wakeups : BackgroundService
{
    /// <summary>A notification may be lost with its connection: nobody waits longer than this.</summary>
    private static readonly TimeSpan SlowPoll = TimeSpan.FromSeconds(1);

    private readonly NpgsqlDataSource database;
    private readonly ILogger<Wakeups> log;
    private volatile TaskCompletionSource appended = New();
    private volatile TaskCompletionSource projected = New();

    internal Wakeups(NpgsqlDataSource database, ILogger<Wakeups> log) => (this.database, this.log) = (database, log);

    /// <summary>Ends with the next append. Take it before looking, so that nothing between looking and waiting is missed.</summary>
    public Task NextAppend => appended.Task;

    /// <summary>Ends when a projection has moved on. Take it before looking.</summary>
    public Task NextProjected => projected.Task;

    /// <summary>Waits for a wake-up, or the slow poll.</summary>
    public static async Task Wait(Task wakeup, CancellationToken ct)
    {
        using var poll = CancellationTokenSource.CreateLinkedTokenSource(ct);
        await Task.WhenAny(wakeup, Task.Delay(SlowPoll, poll.Token));
        await poll.CancelAsync();
        ct.ThrowIfCancellationRequested();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Listen(stoppingToken);
            }
            catch (Exception failure) when (failure is NpgsqlException or IOException && !stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("Listening for appends was interrupted: {Reason}", failure.Message);
                await Task.Delay(SlowPoll, stoppingToken);
            }
        }
    }

    private async Task Listen(CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        connection.Notification += (_, notification) => Wake(notification.Channel);
        await using (var command = new NpgsqlCommand("listen mt_events_appended; listen projected", connection)) await command.ExecuteNonQueryAsync(ct);
        Wake("mt_events_appended");
        Wake("projected");
        while (true) await connection.WaitAsync(ct);
    }

    private void Wake(string channel)
    {
        if (channel == "projected") Interlocked.Exchange(ref projected, New()).TrySetResult();
        else Interlocked.Exchange(ref appended, New()).TrySetResult();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
