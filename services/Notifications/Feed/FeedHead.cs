using Ecosystem.EventSourcing;
using Npgsql;

namespace Ecosystem.Notifications.Feed;

/// <summary>Wakes whoever waits for new lines of the feed. One reader a process looks after each append, so that open streams ask only when there is something.</summary>
public sealed class FeedHead(ReadModel<FeedRow> feed, Wakeups wakeups, ILogger<FeedHead> log) : BackgroundService
{
    private volatile TaskCompletionSource moved = New();
    private long position;

    /// <summary>Ends with the next line. Take it before looking, so that nothing between looking and waiting is missed.</summary>
    public Task Next => moved.Task;

    /// <summary>Of the newest line that this process has seen: all up to it can be read.</summary>
    public long Position => Interlocked.Read(ref position);

    public async Task<long> Newest(CancellationToken ct) =>
        await feed.Query("order by created_position desc limit 1", [], ct) is [var newest] ? newest.CreatedPosition : 0;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var wakeup = wakeups.NextAppend;
            try
            {
                var newest = await Newest(stoppingToken);
                if (Interlocked.Exchange(ref position, newest) != newest) Interlocked.Exchange(ref moved, New()).TrySetResult();
            }
            catch (NpgsqlException failure)
            {
                log.LogWarning("The feed waits for the database: {Reason}", failure.Message);
            }

            await Wakeups.Wait(wakeup, stoppingToken);
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
