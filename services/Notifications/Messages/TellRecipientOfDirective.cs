using MassTransit;

namespace Ecosystem.Notifications;

/// <summary>An organisation learns of the work that it is given without having to look for it.</summary>
public sealed class TellRecipientOfDirective(CreateMessage messages) : IConsumer<Contracts.DirectiveSent>
{
    public static Note Note(Contracts.DirectiveSent sent) => Notifications.Note.Of(
        sent.Recipient,
        Templates.DirectiveSent,
        ("directiveId", $"{sent.DirectiveId}"),
        ("issuer", sent.Issuer),
        ("issuerName", sent.IssuerName),
        ("title", sent.Title),
        ("deadline", $"{sent.Deadline.UtcDateTime:O}"));

    public Task Consume(ConsumeContext<Contracts.DirectiveSent> context) => messages.From(context, Note(context.Message));
}
