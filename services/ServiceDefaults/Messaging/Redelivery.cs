using System.Diagnostics.Metrics;
using System.Globalization;
using MassTransit;
using MassTransit.Middleware;
using MassTransit.RabbitMqTransport;
using Microsoft.Extensions.Configuration;
using RabbitMQ.Client;

namespace Ecosystem.ServiceDefaults;

/// <summary>
/// A message that failed comes back later, ever later, and at last goes to the queue "{queue}_error". One wait-queue a
/// delay, whose messages expire back into the endpoint's queue: MassTransit's own redelivery needs a plugin of the broker.
/// </summary>
internal sealed class Redelivery(string queue, IReadOnlyList<TimeSpan> delays) : IFilter<ExceptionReceiveContext>
{
    private const string TimesHeader = "Ecosystem-Redelivered";

    private static readonly TimeSpan[] Default = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10)];

    private static readonly Counter<long> GivenUp = new Meter("Ecosystem").CreateCounter<long>("ecosystem.messages.given_up", "{message}", "Messages moved to an error queue");

    /// <summary>From ECOSYSTEM_REDELIVERY_DELAYS, seconds separated by commas; else 1 s, 10 s, 1 min, 10 min.</summary>
    public static IReadOnlyList<TimeSpan> Delays(IConfiguration configuration) => configuration["ECOSYSTEM_REDELIVERY_DELAYS"] is { Length: > 0 } seconds
        ? [.. seconds.Split(',').Select(text => TimeSpan.FromSeconds(double.Parse(text, CultureInfo.InvariantCulture)))]
        : Default;

    public static string WaitQueue(string queue, TimeSpan delay) => string.Create(CultureInfo.InvariantCulture, $"{queue}_wait_{delay.TotalMilliseconds}");

    public static void Use(IPipeConfigurator<ExceptionReceiveContext> failed, string queue, IReadOnlyList<TimeSpan> delays)
    {
        failed.UseFilter(new Redelivery(queue, delays));
        failed.UseFilter(new ErrorTransportFilter());
    }

    public async Task Send(ExceptionReceiveContext context, IPipe<ExceptionReceiveContext> next)
    {
        var message = context.GetPayload<RabbitMqBasicConsumeContext>().Properties;
        var times = message.Headers?.TryGetValue(TimesHeader, out var value) is true ? Convert.ToInt32(value, CultureInfo.InvariantCulture) : 0;
        if (times < delays.Count)
        {
            await context.GetPayload<ChannelContext>().BasicPublishAsync("", WaitQueue(queue, delays[times]), true, Again(message, times + 1), context.GetBody(), true);
            return;
        }

        GivenUp.Add(1, new KeyValuePair<string, object?>("queue", queue));
        await next.Send(context);
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("redelivery");

    private static BasicProperties Again(IReadOnlyBasicProperties message, int times) => new(message)
    {
        DeliveryMode = DeliveryModes.Persistent,
        Headers = new Dictionary<string, object?>((message.Headers ?? new Dictionary<string, object?>()).Where(header => !header.Key.StartsWith("x-", StringComparison.Ordinal))) { [TimesHeader] = times },
    };
}
