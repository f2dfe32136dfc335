using System.Collections.Concurrent;
using Ecosystem.EventSourcing;
using Npgsql;

namespace Ecosystem.Notifications;

/// <summary>
/// Tells live streams that something arrived for them. One reader a process follows the log, so that a thousand open
/// streams do not ask the database a thousand times with every append.
/// </summary>
public sealed class Arrivals(ReadModel<MessageRow> messages, Wakeups wakeups, ILogger<Arrivals> log) : BackgroundService
{
    private const int Batch = 500;

    private readonly ConcurrentDictionary<Watch, string> watches = new();

    /// <summary>Begin to watch before looking into the inbox, so that nothing between looking and waiting is missed.</summary>
    public Watch Watch(Recipient who)
    {
        var watch = new Watch(ended => watches.TryRemove(ended, out _));
        watches[watch] = who.Id;
        return watch;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        long? position = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            var wakeup = wakeups.NextAppend;
            try
            {
                position = position is null ? await Newest(stoppingToken) : await Tell(position.Value, stoppingToken);
            }
            catch (NpgsqlException failure)
            {
                log.LogWarning("Live inboxes wait for the database: {Reason}", failure.Message);
            }

            await Wakeups.Wait(wakeup, stoppingToken);
        }
    }

    private async Task<long> Newest(CancellationToken ct) =>
        await messages.Query("order by created_position desc limit 1", [], ct) is [var newest] ? newest.CreatedPosition : 0;

    private async Task<long> Tell(long position, CancellationToken ct)
    {
        while (true)
        {
            var rows = await messages.Query($"where created_position > $1 order by created_position limit {Batch}", [position], ct);
            var recipients = rows.Select(row => row.Data.Recipient).ToHashSet();
            foreach (var (watch, _) in watches.Where(watch => recipients.Contains(watch.Value))) watch.Signal();
            if (rows.Count > 0) position = rows[^1].CreatedPosition;
            if (rows.Count < Batch) return position;
        }
    }
}
