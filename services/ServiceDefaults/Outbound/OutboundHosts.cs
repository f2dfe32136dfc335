using System.Net;
using System.Net.Sockets;

namespace Ecosystem.ServiceDefaults;

/// <summary>What is to be said of an address to which others want us to connect.</summary>
public enum OutboundVerdict { Allowed, Malformed, NotAllowed }

/// <summary>
/// Where our own requests may go when somebody else names the address: https on the open Internet, and what a setting names (hosts and
/// networks, commas), there http, too. A name is resolved and all its addresses are looked at; whoever connects uses these very
/// addresses, so that a name cannot mean something else a moment later.
/// </summary>
public sealed class OutboundHosts
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly HashSet<string> hosts;
    private readonly List<IPNetwork> networks = [];

    public OutboundHosts(string? allow)
    {
        var allowed = (allow ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        hosts = [.. allowed.Where(entry => !IPNetwork.TryParse(entry, out _)).Select(host => host.ToLowerInvariant())];
        networks = [.. allowed.Where(entry => IPNetwork.TryParse(entry, out _)).Select(entry => IPNetwork.Parse(entry))];
    }

    public async Task<OutboundVerdict> Check(string url, CancellationToken ct)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || !IsPlain(uri)) return OutboundVerdict.Malformed;
        if (await Resolve(uri.IdnHost, ct) is not { Count: > 0 } addresses) return OutboundVerdict.NotAllowed;
        return uri.Scheme == Uri.UriSchemeHttps || IsNamed(uri.IdnHost, addresses) ? OutboundVerdict.Allowed : OutboundVerdict.Malformed;
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

    /// <summary>Sends without redirects, cookies and proxy, and connects only to addresses that were just checked.</summary>
    public HttpMessageInvoker NewSender() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false, UseCookies = false, UseProxy = false, ConnectCallback = Connect,
        PooledConnectionLifetime = TimeSpan.FromMinutes(1), MaxResponseHeadersLength = 16, MaxResponseDrainSize = 0,
    });

    private async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = await Resolve(host, ct);
        if (addresses.Count == 0) throw new HttpRequestException(HttpRequestError.NameResolutionError);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync([.. addresses], port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private bool IsNamed(string host, IReadOnlyList<IPAddress> addresses) =>
        hosts.Contains(host) || addresses.All(address => networks.Any(network => network.Contains(address)));

    /// <summary>No user, no password, no fragment, no port that belongs to another protocol.</summary>
    private static bool IsPlain(Uri uri) =>
        (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
        && uri is { UserInfo: "", Fragment: "", Port: 80 or 443 or >= 1024, HostNameType: UriHostNameType.Dns or UriHostNameType.IPv4 or UriHostNameType.IPv6 };
}
