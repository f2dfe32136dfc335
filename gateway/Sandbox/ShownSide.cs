namespace Ecosystem.Gateway.Sandbox;

/// <summary>What was found out about a request once its caller was known: several ask, and reading the token is not for free.</summary>
internal sealed record ShownSide(bool IsSandbox);
