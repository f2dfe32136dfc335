using Microsoft.Extensions.Logging;
using Npgsql;
using RabbitMQ.Client;

namespace Ecosystem.EventSourcing;

/// <summary>
/// Publishes what others may hear, in commit order, and moves its checkpoint after the broker's confirms. Killed in
/// between, it publishes again: message ids are event ids, so consumers find their work done.
/// </summary>
internal sealed class Relay(Broker broker, EventTypes types, Func<Recorded, IEnumerable<object>> translate, RelayState state, TimeProvider clock, ILogger<Relay> log)
{
    public const string Checkpoint = "relay";
    private const int Window = 200;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly HashSet<Guid> confirmed = [];
    private long confirmedAfter = -1;

    public async Task<bool> Step(NpgsqlConnection connection, CancellationToken ct)
    {
        try
        {
            var more = await Pass(connection, Checkpoint, queue: null, long.MaxValue, ct);
            foreach (var endpoint in await CatchUps.All(connection, ct)) more |= await CatchUp(connection, endpoint, ct);
            state.Trouble = null;
            return more;
        }
        catch (Exception failure) when (failure is not NpgsqlException && !ct.IsCancellationRequested)
        {
            if (state.Trouble is null) log.LogWarning("The relay cannot publish and keeps trying: {Reason}", failure.Message);
            state.Trouble = failure.Message;
            await broker.Renew();
            await Task.Delay(Pause, ct);
            return true;
        }
    }

    /// <summary>Replays the past to one endpoint until it has caught up with all others.</summary>
    private async Task<bool> CatchUp(NpgsqlConnection connection, string endpoint, CancellationToken ct)
    {
        var upTo = await Checkpoints.Get(connection, Checkpoint, ct);
        if (await Pass(connection, CatchUps.CheckpointOf(endpoint), endpoint, upTo, ct)) return true;
        await CatchUps.Done(connection, endpoint, ct);
        return false;
    }

    private async Task<bool> Pass(NpgsqlConnection connection, string checkpoint, string? queue, long upTo, CancellationToken ct)
    {
        var position = await Checkpoints.Get(connection, checkpoint, ct);
        var events = await Recorded.After(connection, position, Window, types, ct);
        events.RemoveAll(recorded => recorded.Position > upTo);
        if (events.Count == 0) return false;
        var announcements = events.SelectMany(recorded => Announcement.Of(recorded, translate)).Where(a => queue is null || a.HeardBy.Contains(queue)).ToList();
        var waitsAt = queue is null ? await FirstUnheard(announcements, ct) : null;
        if (waitsAt is not null) announcements.RemoveAll(a => a.From.Position >= waitsAt);
        var reached = waitsAt is null ? events[^1].Position : waitsAt.Value - 1;
        await PublishAll(queue is null ? position : -1, queue, announcements, ct);
        if (reached > position) await Checkpoints.Move(connection, checkpoint, position, reached, ct);
        confirmed.Clear();    // it serves a pass that failed; an operator who rewinds to where this one began wants all of it again
        Telemetry.Lag.Record((clock.GetUtcNow() - events[0].At).TotalSeconds, new KeyValuePair<string, object?>("subscription", checkpoint));
        if (waitsAt is not null) await Task.Delay(Pause, ct);
        return true;
    }

    /// <summary>Position of the first event for which a subscriber is still missing on the broker; null: all are there.</summary>
    private async Task<long?> FirstUnheard(List<Announcement> announcements, CancellationToken ct)
    {
        foreach (var announcement in announcements)
        {
            foreach (var endpoint in announcement.HeardBy)
            {
                if (await broker.HasExchange($"ready:{endpoint}:{announcement.Exchange}", ct)) continue;
                if (state.WaitingFor != endpoint) log.LogWarning("The relay waits for the subscriber {Endpoint} of {Contract}", endpoint, announcement.Type.Name);
                state.WaitingFor = endpoint;
                return announcement.From.Position;
            }
        }

        state.WaitingFor = null;
        return null;
    }

    /// <summary>Up to a window of unconfirmed messages at once, but never two of one stream: a repeat cannot overtake.</summary>
    private async Task PublishAll(long position, string? queue, List<Announcement> announcements, CancellationToken ct)
    {
        if (position != confirmedAfter || position < 0) confirmed.Clear();
        confirmedAfter = position;
        if (announcements.Count == 0) return;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        var channel = await broker.Channel(ct);
        foreach (var exchange in announcements.Where(a => a.HeardBy.Count == 0).Select(a => a.Exchange).Distinct())
            await channel.ExchangeDeclareAsync(exchange, ExchangeType.Fanout, durable: true, autoDelete: false, cancellationToken: ct);
        var last = new Dictionary<Guid, Task>();
        foreach (var announcement in announcements.Where(a => !confirmed.Contains(a.MessageId)).ToList())
            last[announcement.From.StreamId] = Publish(channel, queue, announcement, last.GetValueOrDefault(announcement.From.StreamId, Task.CompletedTask), limit.Token);
        await Task.WhenAll(last.Values);
    }

    private async Task Publish(IChannel channel, string? queue, Announcement announcement, Task before, CancellationToken ct)
    {
        await before;
        await announcement.Publish(channel, queue, ct);
        lock (confirmed) confirmed.Add(announcement.MessageId);
    }
}

/// <summary>What operators want to know of the relay.</summary>
internal sealed class RelayState
{
    /// <summary>The queue that is not there yet, for which the relay waits; null: none.</summary>
    public string? WaitingFor { get; set; }

    /// <summary>Why the last try failed; null: it did not.</summary>
    public string? Trouble { get; set; }
}
