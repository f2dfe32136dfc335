using System.Net.Http.Json;

namespace Ecosystem.Local;

/// <summary>Bearer tokens from the development issuer, for each kind of caller.</summary>
/// <param name="audience">For whom they are: the live services, or the sandbox's.</param>
public sealed class Tokens(Uri issuer, string audience = Tokens.Live)
{
    private const string Live = "ecosystem";

    private static readonly HttpClient Http = new();

    public Task<string> Citizen(string subject, int assurance = 2, CancellationToken ct = default) =>
        Ask(new TokenRequest("citizen", subject) { Assurance = $"{assurance}", Audience = audience }, ct);

    public Task<string> Official(string subject, string organisation, IReadOnlyList<string> roles, CancellationToken ct = default) =>
        Ask(new TokenRequest("official", subject) { Organisation = organisation, Roles = roles, Audience = audience }, ct);

    public Task<string> System(string client, IReadOnlyList<string> scopes, CancellationToken ct = default) =>
        Ask(new TokenRequest("system", client) { Scopes = scopes, Audience = audience }, ct);

    /// <summary>For what is open to everybody: live, that is no token at all, but only a token leads to the sandbox.</summary>
    public async Task<string?> Anyone(CancellationToken ct = default) => audience == Live ? null : await System("anyone", [], ct);

    /// <summary>Any token, also one that must be refused (wrong audience, lifetime in the past).</summary>
    public async Task<string> Ask(TokenRequest request, CancellationToken ct = default)
    {
        using var answer = await Http.PostAsJsonAsync(new Uri(issuer, "tokens"), request, ct);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<TokenAnswer>(ct))!.Token;
    }

    private sealed record TokenAnswer(string Token);
}

/// <param name="Kind">citizen, official or system.</param>
public sealed record TokenRequest(string Kind, string Subject)
{
    public string? Organisation { get; init; }
    public IReadOnlyList<string>? Roles { get; init; }
    public IReadOnlyList<string>? Scopes { get; init; }
    public IReadOnlyList<string>? FeedUnits { get; init; }
    public string Assurance { get; init; } = "2";
    public IReadOnlyList<string>? Categories { get; init; }
    public IReadOnlyList<string>? Methods { get; init; }
    public string Alg { get; init; } = "RS256";
    public int LifetimeSeconds { get; init; } = 8 * 3600;
    public string Audience { get; init; } = "ecosystem";
}
