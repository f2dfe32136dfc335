using Ecosystem.EventSourcing;
using Ecosystem.Notifications.Webhooks;

namespace Ecosystem.Notifications;

/// <summary>What other services, and this one's own channels, may hear.</summary>
public static class Announcements
{
    public static IEnumerable<object> Of(Recorded recorded) => recorded.Data switch
    {
        MessageCreated { Report: { } report } e => [new Contracts.MessageCreated(recorded.StreamId, e.Recipient), new Contracts.ReportMessageCreated(report, recorded.StreamId, e.Template, e.At)],
        MessageCreated e => [new Contracts.MessageCreated(recorded.StreamId, e.Recipient)],
        WebhookDisabled { Why: not WhyDisabled.ByOwner, Owner: { } owner } e when TellOwnerOfDisabledWebhook.OrganisationOf(owner) is { } organisation =>
            [new Contracts.WebhookDisabled(recorded.StreamId, organisation, owner, e.Why == WhyDisabled.Gone ? "gone" : "prolonged", e.At)],
        MessageMailed { Report: { } report } e => [new Contracts.ReportMessageDelivered(report, recorded.StreamId, "mail", Taken: true, e.At)],
        MailRefused { Report: { } report } e => [new Contracts.ReportMessageDelivered(report, recorded.StreamId, "mail", Taken: false, e.At)],
        SmsSettled { Report: { } report } e => [new Contracts.ReportMessageDelivered(
            report, recorded.StreamId, "sms", e.State is SmsState.Sent, e.At, e.State switch { SmsState.Refused => "refused", SmsState.Off => "off", _ => null })],
        _ => [],
    };
}
