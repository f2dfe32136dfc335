using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Ecosystem.EventSourcing;

/// <summary>Wakes whoever waits for new events or new projected rows, by PostgreSQL's NOTIFY: milliseconds, over all processes.</summary>
public sealed class Wakeups(NpgsqlDataSource database, ILogger<Wakeups> log) : BackgroundService
{
    /// <summary>A notification may be lost with its connection: nobody waits longer than this.</summary>
    private static readonly TimeSpan SlowPoll = TimeSpan.FromSeconds(1);

    /// <summary>Other processes hear of an append at once when it was quiet before, else at this pace: one NOTIFY for many appends.</summary>
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(2);

    private const string Appended = "mt_events_appended";
    private const string Projected = "projected";

    private readonly Channel<bool> untold = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private volatile TaskCompletionSource appended = New();
    private volatile TaskCompletionSource projected = New();

    /// <summary>Ends with the next append. Take it before looking, so that nothing between looking and waiting is missed.</summary>
    public Task NextAppend => appended.Task;

    /// <summary>Ends when a projection has moved on. Take it before looking.</summary>
    public Task NextProjected => projected.Task;

    /// <summary>To be called after an append is committed. Not part of its transaction: NOTIFY holds a lock of its own over the flush, and who missed it polls.</summary>
    public void TellOfAppend()
    {
        Wake(Appended);
        untold.Writer.TryWrite(true);
    }

    /// <summary>Waits for a wake-up, or the slow poll.</summary>
    public static async Task Wait(Task wakeup, CancellationToken ct)
    {
        using var poll = CancellationTokenSource.CreateLinkedTokenSource(ct);
        await Task.WhenAny(wakeup, Task.Delay(SlowPoll, poll.Token));
        await poll.CancelAsync();
        ct.ThrowIfCancellationRequested();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(Keep(Listen, stoppingToken), Keep(Tell, stoppingToken));

    private async Task Keep(Func<NpgsqlConnection, CancellationToken, Task> work, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await using var connection = await database.OpenConnectionAsync(ct);
                await work(connection, ct);
            }
            catch (Exception failure) when (!ct.IsCancellationRequested)    // a session that broke while it was quiet says so in its own way
            {
                log.LogWarning("Hearing and telling of appends was interrupted: {Reason}", failure.Message);
                await Task.Delay(SlowPoll, ct);
            }
        }
    }

    private async Task Listen(NpgsqlConnection connection, CancellationToken ct)
    {
        connection.Notification += (_, notification) => Wake(notification.Channel);
        await connection.Execute($"listen {Appended}; listen {Projected}", ct);
        Wake(Appended);
        Wake(Projected);
        while (true) await connection.WaitAsync(ct);
    }

    private async Task Tell(NpgsqlConnection connection, CancellationToken ct)
    {
        await connection.Execute("set synchronous_commit = off", ct);    // a notification that a crash loses wakes nobody who lives
        while (true)
        {
            await connection.Execute($"notify {Appended}", ct);    // also first of all: what an earlier session did not tell
            await Task.Delay(Pace, ct);
            await untold.Reader.ReadAsync(ct);
        }
    }

    private void Wake(string channel)
    {
        if (channel == Projected) Interlocked.Exchange(ref projected, New()).TrySetResult();
        else Interlocked.Exchange(ref appended, New()).TrySetResult();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
