using Ecosystem.ServiceDefaults;
using MassTransit;

namespace Ecosystem.Notifications.Webhooks;

/// <summary>The organisation whose system no longer gets events learns of it in its inbox, and by mail where it has given an address: the system itself may not notice.</summary>
public sealed class TellOwnerOfDisabledWebhook(CreateMessage messages) : IConsumer<Contracts.WebhookDisabled>
{
    public static Note Note(Contracts.WebhookDisabled disabled) => Notifications.Note.Of(
        disabled.Organisation,
        Templates.WebhookDisabled,
        ("webhookId", $"{disabled.WebhookId}"),
        ("system", disabled.System),
        ("why", disabled.Why),
        ("at", $"{disabled.At.UtcDateTime:O}"));

    /// <summary>A partner's client id is province / organisation / system; null for systems of other issuers, which are called otherwise.</summary>
    public static string? OrganisationOf(string client) => client.Split('/') is [_, var organisation, _] && OrganisationCode.IsValid(organisation) ? organisation : null;

    public Task Consume(ConsumeContext<Contracts.WebhookDisabled> context) => messages.From(context, Note(context.Message));
}
