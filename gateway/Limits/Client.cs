using System.Net;
using System.Net.Sockets;
using Ecosystem.Gateway.Sandbox;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Gateway.Limits;

/// <summary>Whose quota a request is taken from: the system, the person, or the address where nobody has shown a token.</summary>
/// <param name="Kind">anonymous, citizen, official, system, or sandbox for whoever has a token for that: its calls use up nobody's live quota.</param>
public readonly record struct Client(string Kind, string Id)
{
    public const string Sandbox = "sandbox", System = "system";

    /// <summary>Empty but for systems: only they have plans of their own.</summary>
    public string ClientId => Kind == System ? Id : "";

    public static Client Of(HttpContext http) => Caller.Of(http) switch
    {
        { } caller when http.IsSandbox() => new(Sandbox, caller.Id),
        SystemClient system => new(System, system.Id),
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
