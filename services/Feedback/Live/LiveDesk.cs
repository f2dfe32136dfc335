using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Analytics;
using Npgsql;

namespace Ecosystem.Feedback.Live;

/// <summary>
/// Writes to an open stream how reports of a desk stand after each change. The place in the stream is the position of a report's
/// last event: whoever comes back with it gets every report that has changed since, once, as it stands now.
/// </summary>
public sealed class LiveDesk(ReadModel<ReportFact> reports, Facts facts, Wakeups wakeups, TimeProvider clock, IHostApplicationLifetime host)
{
    private const int Batch = 200;
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(100), Heartbeat = TimeSpan.FromSeconds(15);

    /// <summary>Then the client comes back, and its token is checked again.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    public async Task Follow(Desk desk, long? seen, HttpResponse response, CancellationToken gone)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(gone, host.ApplicationStopping);
        end.CancelAfter(Longest);
        var position = seen ?? await Newest(gone);
        var heard = clock.GetTimestamp();
        try
        {
            await Send(response, "retry: 1000\n\n", end.Token);
            while (true)
            {
                var wakeup = wakeups.NextProjected;
                var next = await Changed(desk, position, response, end.Token);
                if (next == position && clock.GetElapsedTime(heard) > Heartbeat) await Send(response, ": heartbeat\n\n", end.Token);
                if (next != position || clock.GetElapsedTime(heard) > Heartbeat) heard = clock.GetTimestamp();
                position = next;
                await Wakeups.Wait(wakeup, end.Token);
                await Task.Delay(Gathering, clock, end.Token); // many changes at once are one look
            }
        }
        catch (Exception e) when (end.IsCancellationRequested || e is NpgsqlException)
        {
            // Also when the database is away: the client comes back with its Last-Event-ID and misses nothing.
        }
    }

    private async Task<long> Newest(CancellationToken ct) =>
        (await facts.Read("select coalesce(max(position), 0) from projection_report_fact", [], row => row.GetInt64(0), ct))[0];

    /// <summary>Sends all that has changed since, in order.</summary>
    private async Task<long> Changed(Desk desk, long position, HttpResponse response, CancellationToken ct)
    {
        var n = desk.Values.Length;
        while (true)
        {
            var rows = await reports.Query($"where {desk.Condition} and position > ${n + 1} order by position limit ${n + 2}", [.. desk.Values, position, Batch], ct);
            foreach (var row in rows) await Send(response, $"id: {row.Position}\nevent: report\ndata: {DeskRow.Of(row).Write()}\n\n", ct);
            if (rows.Count > 0) position = rows[^1].Position;
            if (rows.Count < Batch) return position;
        }
    }

    private static async Task Send(HttpResponse response, string text, CancellationToken ct)
    {
        await response.WriteAsync(text, ct);
        await response.Body.FlushAsync(ct);
    }
}
