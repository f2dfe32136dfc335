using System.Text.Json;
using System.Threading.Channels;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Ecosystem.IntegrationTests.EventStore;

/// <summary>What a subscriber's queue received.</summary>
internal sealed record Heard(Guid MessageId, Guid Parcel, long Version);

/// <summary>A subscriber with a real queue, which announces itself on the broker as the services' consumers do.</summary>
internal sealed class Subscriber(IConnection connection, IChannel channel) : IAsyncDisposable
{
    private const string Queue = "tests-hear-weight";
    private static readonly string Exchange = $"{typeof(WeightHeard).Namespace}:{nameof(WeightHeard)}", Ready = $"ready:{Queue}:{Exchange}";

    private readonly Channel<Heard> heard = Channel.CreateUnbounded<Heard>();

    public static async Task<Subscriber> Start(string uri)
    {
        var connection = await new ConnectionFactory { Uri = new Uri(uri) }.CreateConnectionAsync();
        var channel = await connection.CreateChannelAsync();
        await channel.ExchangeDeclareAsync(Exchange, ExchangeType.Fanout, durable: true);
        await channel.QueueDeclareAsync(Queue, durable: true, exclusive: false, autoDelete: false);
        await channel.QueueBindAsync(Queue, Exchange, "");
        await channel.ExchangeDeclareAsync(Ready, ExchangeType.Fanout, durable: true);
        var subscriber = new Subscriber(connection, channel);
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, message) => subscriber.Hear(message);
        await channel.BasicConsumeAsync(Queue, autoAck: true, consumer);
        return subscriber;
    }

    /// <summary>Removes what an earlier test has left: a broker that was given has one vhost for all of them.</summary>
    public static async Task Forget(string uri)
    {
        await using var connection = await new ConnectionFactory { Uri = new Uri(uri) }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        await channel.QueueDeleteAsync(Queue);
        await channel.ExchangeDeleteAsync(Exchange);
        await channel.ExchangeDeleteAsync(Ready);
    }

    public async Task<List<Heard>> Take(int count)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        List<Heard> taken = [];
        while (taken.Count < count) taken.Add(await heard.Reader.ReadAsync(limit.Token));
        return taken;
    }

    public bool HasMore => heard.Reader.TryPeek(out _);

    public async ValueTask DisposeAsync()
    {
        await channel.DisposeAsync();
        await connection.DisposeAsync();
    }

    private async Task Hear(BasicDeliverEventArgs message)
    {
        var body = JsonSerializer.Deserialize<WeightHeard>(message.Body.Span, JsonSerializerOptions.Web)!;
        await heard.Writer.WriteAsync(new(Guid.Parse(message.BasicProperties.MessageId!), body.Parcel, body.Version));
    }
}
