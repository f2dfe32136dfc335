using System.Reflection;
using MassTransit;

namespace Ecosystem.ServiceDefaults;

/// <summary>One consumer with its queue, "{service}-{consumer-in-kebab-case}": the name that contracts list in HeardBy.</summary>
internal sealed record ConsumerEndpoint(string Queue, Type Consumer, IReadOnlyList<Type> Contracts)
{
    // Redeliveries after crashes count too: high enough for a bad day, low enough for a message that kills its consumer.
    private const int DeliveryLimit = 20;

    public static IReadOnlyList<ConsumerEndpoint> AllIn(Assembly assembly, string service) =>
    [
        .. from type in assembly.GetTypes()
           where type is { IsClass: true, IsAbstract: false }
           let contracts = ContractsOf(type)
           where contracts.Length > 0
           select new ConsumerEndpoint($"{service}-{KebabCaseEndpointNameFormatter.Instance.SanitizeName(type.Name)}", type, contracts),
    ];

    public void Configure(IRabbitMqReceiveEndpointConfigurator queue, IRegistrationContext context, int nodes, IReadOnlyList<TimeSpan> delays)
    {
        var topology = new EndpointTopology(this, nodes, delays);
        queue.SetQuorumQueue(nodes);
        queue.SetQueueArgument("x-delivery-limit", DeliveryLimit);
        queue.BindDeadLetterQueue($"{Queue}_dead", $"{Queue}_dead", dead => dead.SetQuorumQueue(nodes)); // beyond the limit RabbitMQ drops silently otherwise
        queue.PrefetchCount = 64;
        queue.ConcurrentMessageLimit = 32;
        queue.ConfigureChannel(channel => channel.UseFilter(topology));
        queue.ConnectReceiveEndpointObserver(topology);
        queue.ConfigureError(failed => Redelivery.Use(failed, Queue, delays));
        queue.UseMessageRetry(retry => retry.Exponential(3, TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(1), TimeSpan.FromMilliseconds(200)));
        queue.ConfigureConsumer(context, Consumer);
    }

    private static Type[] ContractsOf(Type consumer) =>
        [.. consumer.GetInterfaces().Where(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IConsumer<>)).Select(face => face.GenericTypeArguments[0])];
}
