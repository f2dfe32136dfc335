namespace Ecosystem.Gateway.Sandbox;

/// <summary>Metadata of an endpoint of the gateway itself that shows a token for the sandbox nothing but the sandbox's.</summary>
public sealed record ServesSandbox;
