using System.Text.Json;
using Ecosystem.Local;
using RabbitMQ.Client;

namespace Ecosystem.EndToEnd.Faults;

/// <param name="Contract">E.g. ReportReceived.</param>
internal sealed record Heard(string Contract, Guid MessageId, string Report);

/// <summary>A subscriber with a durable queue of the test's own: all that the relay of Feedback really published, repeats included, in order.</summary>
internal sealed class Listener(ConnectionFactory broker, string queue) : IAsyncDisposable
{
    private readonly List<Heard> heard = [];

    public static async Task<Listener> Start(Backends backends)
    {
        var listener = new Listener(new ConnectionFactory { Uri = new Uri(backends.RabbitMq.Split(',')[0]) }, $"test-{Guid.NewGuid():N}");
        await listener.With(async channel =>
        {
            await channel.QueueDeclareAsync(listener.Queue, durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?> { ["x-queue-type"] = "quorum" });
            foreach (var contract in (string[])["ReportReceived", "ReportAnswered"])
                await channel.QueueBindAsync(listener.Queue, $"Ecosystem.Contracts:{contract}", "");
        });
        return listener;
    }

    private string Queue => queue;

    /// <summary>All since the start; from a connection of its own each time, as the broker comes and goes.</summary>
    public async Task<IReadOnlyList<Heard>> All()
    {
        await With(async channel =>
        {
            while (await channel.BasicGetAsync(Queue, autoAck: true) is { } message) heard.Add(Read(message));
        });
        return heard;
    }

    public async ValueTask DisposeAsync() => await With(channel => channel.QueueDeleteAsync(Queue));

    private async Task With(Func<IChannel, Task> use)
    {
        await using var connection = await broker.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        await use(channel);
    }

    private static Heard Read(BasicGetResult message) => new(
        message.Exchange.Split(':')[1],
        Guid.Parse(message.BasicProperties.MessageId!),
        JsonDocument.Parse(message.Body).RootElement.GetProperty("reportId").GetString()!);
}
