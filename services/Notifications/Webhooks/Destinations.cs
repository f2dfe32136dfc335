using System.Net;
using System.Net.Sockets;
using Ecosystem.EventSourcing;

namespace Ecosystem.Notifications.Webhooks;

/// <summary>
/// Where webhooks may go: https on the open Internet, and what ECOSYSTEM_WEBHOOK_ALLOW names (hosts and networks, commas),
/// there http, too. A name is resolved and all its addresses are looked at; whoever connects uses these very addresses, so
/// that a name cannot mean something else a moment later.
/// </summary>
public sealed class Destinations
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly HashSet<string> hosts;
    private readonly List<IPNetwork> networks = [];

    public Destinations(IConfiguration configuration)
    {
        var allowed = (configuration["ECOSYSTEM_WEBHOOK_ALLOW"] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        hosts = [.. allowed.Where(entry => !IPNetwork.TryParse(entry, out _)).Select(host => host.ToLowerInvariant())];
        networks = [.. allowed.Where(entry => IPNetwork.TryParse(entry, out _)).Select(entry => IPNetwork.Parse(entry))];
    }

    /// <summary>What is wrong with a webhook's address, or null.</summary>
    public async Task<Problem?> Check(string url, CancellationToken ct)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || !IsPlain(uri)) return NotificationsProblems.WebhookAddressMalformed;
        if (await Resolve(uri.IdnHost, ct) is not { Count: > 0 } addresses) return NotificationsProblems.WebhookAddressNotAllowed;
        return uri.Scheme == Uri.UriSchemeHttps || IsNamed(uri.IdnHost, addresses) ? null : NotificationsProblems.WebhookAddressMalformed;
    }

    /// <summary>All addresses of a host; none where one of them is not allowed, or there is no such host.</summary>
    public async Task<IReadOnlyList<IPAddress>> Resolve(string host, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        try
        {
            var addresses = await Dns.GetHostAddressesAsync(host, limit.Token);
            return IsNamed(host, addresses) || addresses.All(PublicAddress.Is) ? addresses : [];
        }
        catch (Exception unknown) when (unknown is SocketException or ArgumentException || (unknown is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return [];
        }
    }

    private bool IsNamed(string host, IReadOnlyList<IPAddress> addresses) =>
        hosts.Contains(host) || addresses.All(address => networks.Any(network => network.Contains(address)));

    /// <summary>No user, no password, no fragment, no port that belongs to another protocol.</summary>
    private static bool IsPlain(Uri uri) =>
        (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
        && uri is { UserInfo: "", Fragment: "", Port: 80 or 443 or >= 1024, HostNameType: UriHostNameType.Dns or UriHostNameType.IPv4 or UriHostNameType.IPv6 };
}
