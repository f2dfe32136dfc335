using System.Text.Json;
using Ecosystem.EventSourcing;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Ecosystem.Notifications;

/// <summary>Writes a recipient's messages to an open stream until the client goes, the service stops or the time is up.</summary>
public sealed class LiveInbox(Arrivals arrivals, ReadModel<MessageRow> messages, IHostApplicationLifetime host, IOptions<JsonOptions> json)
{
    private const int Batch = 100;
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    /// <summary>Then the client comes back, and its token is checked again.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    public async Task Follow(Recipient who, long? seen, HttpResponse response, CancellationToken gone)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(gone, host.ApplicationStopping);
        end.CancelAfter(Longest);
        using var watch = arrivals.Watch(who);
        var position = seen ?? await Newest(who, gone);
        try
        {
            await Send(response, "retry: 1000\n\n", end.Token);
            while (true) position = await Step(who, position, watch, response, end.Token);
        }
        catch (Exception e) when (end.IsCancellationRequested || e is NpgsqlException)
        {
            // Also when the database is away: the client comes back with its Last-Event-ID and misses nothing.
        }
    }

    private async Task<long> Newest(Recipient who, CancellationToken ct) =>
        await messages.Query("where data->>'recipient' = $1 order by created_position desc limit 1", [who.Id], ct) is [var newest] ? newest.CreatedPosition : 0;

    /// <summary>Sends what is new; where that was all, waits for more.</summary>
    private async Task<long> Step(Recipient who, long position, Watch watch, HttpResponse response, CancellationToken ct)
    {
        var rows = await messages.Query($"where data->>'recipient' = $1 and created_position > $2 order by created_position limit {Batch}", [who.Id, position], ct);
        foreach (var row in rows) await Send(response, Event(row), ct);
        if (rows.Count < Batch && !await watch.Arrived(Heartbeat, ct)) await Send(response, ": heartbeat\n\n", ct);
        return rows.Count == 0 ? position : rows[^1].CreatedPosition;
    }

    private string Event(Row<MessageRow> row) =>
        $"id: {row.CreatedPosition}\nevent: message\ndata: {JsonSerializer.Serialize(InboxItem.Of(row), json.Value.SerializerOptions)}\n\n";

    private static async Task Send(HttpResponse response, string text, CancellationToken ct)
    {
        await response.WriteAsync(text, ct);
        await response.Body.FlushAsync(ct);
    }
}
