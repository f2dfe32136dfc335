using Ecosystem.EventSourcing;
using Npgsql;

namespace Ecosystem.Notifications.Feed;

/// <summary>Writes a selection of the feed to an open stream until the client goes, the service stops or the time is up.</summary>
public sealed class LiveFeed(FeedHead head, ReadModel<FeedRow> feed, IHostApplicationLifetime host)
{
    private const int Batch = 100;
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    /// <summary>Then the client comes back, and its token is checked again.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    public async Task Follow(Selection selection, long? seen, HttpResponse response, CancellationToken gone)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(gone, host.ApplicationStopping);
        end.CancelAfter(Longest);
        var position = seen ?? await head.Newest(gone);
        try
        {
            await Send(response, "retry: 1000\n\n", end.Token);
            while (true) position = await Step(selection, position, response, end.Token);
        }
        catch (Exception e) when (end.IsCancellationRequested || e is NpgsqlException)
        {
            // Also when the database is away: the client comes back with its Last-Event-ID and misses nothing.
        }
    }

    /// <summary>Sends what is new; where that was all, waits for more.</summary>
    private async Task<long> Step(Selection selection, long position, HttpResponse response, CancellationToken ct)
    {
        var (next, seen) = (head.Next, head.Position);
        var rows = await ReadFeed.Page(feed, selection, position, Batch, ct);
        foreach (var row in rows) await Send(response, $"id: {row.CreatedPosition}\nevent: {row.Data.Type}\ndata: {CloudEvent.Of(row).Write()}\n\n", ct);
        if (rows.Count < Batch && !await Moved(next, ct)) await Send(response, ": heartbeat\n\n", ct);
        return ReadFeed.Next(position, rows, Batch, seen);
    }

    private static async Task<bool> Moved(Task next, CancellationToken ct)
    {
        try
        {
            await next.WaitAsync(Heartbeat, ct);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private static async Task Send(HttpResponse response, string text, CancellationToken ct)
    {
        await response.WriteAsync(text, ct);
        await response.Body.FlushAsync(ct);
    }
}
