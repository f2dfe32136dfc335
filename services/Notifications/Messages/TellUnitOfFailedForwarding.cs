using System.Globalization;
using MassTransit;

namespace Ecosystem.Notifications;

/// <summary>The coordinating unit learns once a day which agencies' servers do not take reports.</summary>
public sealed class TellUnitOfFailedForwarding(CreateMessage messages) : IConsumer<Contracts.ForwardingFailuresSummed>
{
    public static Note Note(Contracts.ForwardingFailuresSummed heard) => Notifications.Note.Of(
        heard.Unit,
        Templates.ForwardingFailed,
        ("failed", heard.Failed.ToString(CultureInfo.InvariantCulture)),
        ("targets", heard.Targets));

    public Task Consume(ConsumeContext<Contracts.ForwardingFailuresSummed> context) => messages.From(context, Note(context.Message));
}
