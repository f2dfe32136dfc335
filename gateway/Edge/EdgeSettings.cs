namespace Ecosystem.Gateway.Edge;

/// <summary>Who stands before the gateway: section "Edge" of the configuration, read at start.</summary>
internal sealed class EdgeSettings
{
    /// <summary>Addresses or networks (10.0.0.0/8) of the proxies whose X-Forwarded-For and X-Forwarded-Proto are believed. Of others they are dropped.</summary>
    public string[] KnownProxies { get; init; } = [];

    /// <summary>Web pages that may call from a browser, e.g. https://smart.haiphong.gov.vn.</summary>
    public string[] Origins { get; init; } = [];
}
