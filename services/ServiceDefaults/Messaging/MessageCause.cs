using Ecosystem.EventSourcing;
using MassTransit;

namespace Ecosystem.ServiceDefaults;

/// <summary>The message is the cause of what its consumer stores, and the service acts in its own name.</summary>
internal sealed class MessageCause<T>(Cause cause, ServiceName service) : IFilter<ConsumeContext<T>> where T : class
{
    public Task Send(ConsumeContext<T> context, IPipe<ConsumeContext<T>> next)
    {
        cause.By = $"service:{service.Value}";
        cause.Target = typeof(T).Name;
        cause.MessageId = context.MessageId;
        return next.Send(context);
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("messageCause");
}
