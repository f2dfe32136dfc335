using System.Collections.Concurrent;
using System.Diagnostics;
using Ecosystem.EventSourcing;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Ecosystem.Benchmarks;

/// <summary>At 200 appends/s: the time from the answered append to the projected row, and to the message that a consumer has.</summary>
internal static class LagBenchmark
{
    private const int PerSecond = 200;
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(20);

    public static async Task Run(Figures figures)
    {
        await using var store = await Store.Start(projection: true, relay: true);
        ConcurrentDictionary<Guid, long> committed = new(), published = new(), projected = new();
        await using var consumer = await Consume(published);
        using var done = new CancellationTokenSource();
        var watching = Watch(store, projected, done.Token);
        await Load.Open(PerSecond, TimeSpan.FromSeconds(3), _ => store.Append(Guid.CreateVersion7(), create: true));
        await Load.Open(PerSecond, Time, async _ =>
        {
            var id = Guid.CreateVersion7();
            await store.Append(id, create: true);
            committed[id] = Stopwatch.GetTimestamp();
        });
        while (!committed.Keys.All(id => published.ContainsKey(id) && projected.ContainsKey(id))) await Wakeups.Wait(store.Get<Wakeups>().NextAppend, default);
        await done.CancelAsync();
        await watching;
        Tell(figures, "commit to projection", committed, projected);
        Tell(figures, "commit to published", committed, published);
    }

    private static void Tell(Figures figures, string name, ConcurrentDictionary<Guid, long> from, ConcurrentDictionary<Guid, long> to)
    {
        var lags = from.Select(pair => Math.Max(0, Stopwatch.GetElapsedTime(pair.Value, to[pair.Key]).TotalMilliseconds)).ToArray();
        figures.AtMost($"{name} at {PerSecond}/s p50", Load.Percentile(lags, 0.50), "ms", 10);
        figures.AtMost($"{name} at {PerSecond}/s p99", Load.Percentile(lags, 0.99), "ms", 50);
    }

    private static async Task<IConnection> Consume(ConcurrentDictionary<Guid, long> published)
    {
        var factory = new ConnectionFactory { Uri = new Uri(Environment.GetEnvironmentVariable("ECOSYSTEM_RABBITMQ")!.Split(',')[0]) };
        var connection = await factory.CreateConnectionAsync();
        var channel = await connection.CreateChannelAsync();
        var exchange = $"{typeof(ShipmentHeard).Namespace}:{nameof(ShipmentHeard)}";
        await channel.ExchangeDeclareAsync(exchange, ExchangeType.Fanout, durable: true);
        var queue = await channel.QueueDeclareAsync();
        await channel.QueueBindAsync(queue.QueueName, exchange, "");
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, message) =>
        {
            published.TryAdd(System.Text.Json.JsonDocument.Parse(message.Body).RootElement.GetProperty("shipment").GetGuid(), Stopwatch.GetTimestamp());
            return Task.CompletedTask;
        };
        await channel.BasicConsumeAsync(queue.QueueName, autoAck: true, consumer);
        return connection;
    }

    private static async Task Watch(Store store, ConcurrentDictionary<Guid, long> projected, CancellationToken done)
    {
        var rows = store.Get<ReadModel<ShipmentProjected>>();
        var wakeups = store.Get<Wakeups>();
        for (var last = 0L; !done.IsCancellationRequested;)
        {
            var wakeup = wakeups.NextProjected;
            foreach (var row in await rows.Query("where created_position > $1 order by created_position", [last], CancellationToken.None))
            {
                projected.TryAdd(row.Id, Stopwatch.GetTimestamp());
                last = row.CreatedPosition;
            }

            await wakeup.WaitAsync(done).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
