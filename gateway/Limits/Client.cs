using System.Net;
using System.Net.Sockets;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Gateway.Limits;

/// <summary>Whose quota a request is taken from: the system, the person, or the address where nobody has shown a token.</summary>
/// <param name="Kind">anonymous, citizen, official or system.</param>
public readonly record struct Client(string Kind, string Id)
{
    /// <summary>Empty but for systems: only they have plans of their own.</summary>
    public string ClientId => Kind == "system" ? Id : "";

    public static Client Of(HttpContext http) => Caller.Of(http) switch
    {
        SystemClient system => new("system", system.Id),
        Official official => new("official", official.Id),
        Citizen citizen => new("citizen", citizen.Id),
        _ => new("anonymous", Network(http.Connection.RemoteIpAddress ?? IPAddress.None)),
    };

    /// <summary>An IPv6 subscriber has a whole /64 to call from.</summary>
    public static string Network(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)) : address.ToString();
    }
}
