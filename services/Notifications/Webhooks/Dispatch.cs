using System.Collections.Concurrent;
using Ecosystem.Notifications.Feed;
using Npgsql;

namespace Ecosystem.Notifications.Webhooks;

/// <summary>
/// Keeps deliveries going: spreads new lines, takes what is due and sends it. Endpoints that fail have a lane of their own,
/// so that waiting for the dead does not keep the others waiting.
/// </summary>
public sealed class Dispatch(FeedHead head, Spread spread, Deliveries deliveries, Round round, ILogger<Dispatch> log) : BackgroundService
{
    private const int OfEach = 4;
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(5);

    private readonly Lane[] lanes = [new(WebhookStatus.Enabled, Width: 256), new(WebhookStatus.Failing, Width: 32)];
    private volatile TaskCompletionSource ended = New();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var (next, end) = (head.Next, ended.Task);
            try
            {
                while (await spread.Step(stoppingToken)) { }
                foreach (var lane in lanes) await Fill(lane, stoppingToken);
            }
            catch (Exception failure) when (failure is NpgsqlException || stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("Webhooks wait: {Reason}", failure.Message);
            }

            await Task.WhenAny(next, end, Task.Delay(Poll, stoppingToken));
        }

        await Task.WhenAll(lanes.SelectMany(lane => lane.Rounds.Values)).WaitAsync(Farewell, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task Fill(Lane lane, CancellationToken ct)
    {
        var free = lane.Width - lane.Rounds.Count * OfEach;
        if (free <= 0) return;
        var taken = await deliveries.Take(lane.Status, [.. lanes.SelectMany(other => other.Rounds.Keys)], lane.Last, OfEach, free, ct);
        foreach (var of in taken.GroupBy(delivery => delivery.Webhook))
        {
            lane.Last = of.Key;
            var begin = new TaskCompletionSource();
            lane.Rounds[of.Key] = Send(lane, of.Key, [.. of], begin.Task);
            begin.SetResult();    // only now: a round that ends at once must find itself among those that run
        }
    }

    private async Task Send(Lane lane, Guid webhook, IReadOnlyList<Delivery> taken, Task begin)
    {
        await begin;
        try
        {
            await round.Run(webhook, taken, CancellationToken.None);    // what is on its way when the service stops is still noted
        }
        catch (Exception failure)
        {
            log.LogError(failure, "Webhook {Webhook} is tried again", webhook);
        }
        finally
        {
            lane.Rounds.TryRemove(webhook, out _);
            Interlocked.Exchange(ref ended, New()).TrySetResult();
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <param name="Width">How many attempts at once.</param>
    private sealed record Lane(WebhookStatus Status, int Width)
    {
        public ConcurrentDictionary<Guid, Task> Rounds { get; } = [];

        /// <summary>Whose turn was last.</summary>
        public Guid Last { get; set; }
    }
}
