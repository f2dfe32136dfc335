using System.Net;
using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Notifications.Webhooks;

/// <summary>Where webhooks may go: <see cref="OutboundHosts"/>, with what ECOSYSTEM_WEBHOOK_ALLOW names.</summary>
public sealed class Destinations(IConfiguration configuration)
{
    private readonly OutboundHosts hosts = new(configuration["ECOSYSTEM_WEBHOOK_ALLOW"]);

    /// <summary>What is wrong with a webhook's address, or null.</summary>
    public async Task<Problem?> Check(string url, CancellationToken ct) => await hosts.Check(url, ct) switch
    {
        OutboundVerdict.Malformed => NotificationsProblems.WebhookAddressMalformed,
        OutboundVerdict.NotAllowed => NotificationsProblems.WebhookAddressNotAllowed,
        _ => null,
    };

    public Task<IReadOnlyList<IPAddress>> Resolve(string host, CancellationToken ct) => hosts.Resolve(host, ct);

    public HttpMessageInvoker NewSender() => hosts.NewSender();
}
