using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Ecosystem.EndToEnd.Identity;

/// <summary>Tokens of the certified oidc-provider, and what somebody could make of its keys, at the gateway and at a service itself.</summary>
[Collection<BesideTheCity>]
public sealed class CertifiedIssuerTests(City city) : IAsyncLifetime
{
    private const string Taken = "200 200", Refused = "401 401";

    private Town town = null!;

    public async ValueTask InitializeAsync() => town = await Town.Start(city);

    public ValueTask DisposeAsync() => town.DisposeAsync();

    [Fact]
    public async Task People_and_systems_come_in_by_their_grants_and_nobody_by_a_forged_token()
    {
        await CitizensComeByCodeAndPkce();
        await SystemsComeByClientCredentials();
        await WhatBindsNeedsLevelTwo();
        Assert.Equal(Taken, await town.Statuses(await town.DevelopmentTokens.Citizen("an")));
        foreach (var (why, token) in Forged()) Assert.Equal($"{why}: {Refused}", $"{why}: {await town.Statuses(token)}");
        Assert.Equal(Taken, await town.Statuses(town.Keys.Sign(Good())));
    }

    private async Task CitizensComeByCodeAndPkce()
    {
        var token = await CitizenLogin.Token(town.Issuer, "nguyen-thi-mai");

        Assert.Equal("nguyen-thi-mai", new JsonWebToken(token).Subject);
        foreach (var door in town.Entrances)
            Assert.Empty((await new Api(door, token, "nguyen-thi-mai").Get("/v1/reports")).Is(200)["items"].AsArray());
    }

    private async Task WhatBindsNeedsLevelTwo()
    {
        var rating = $"/v1/reports/{Guid.Empty}/rating";
        var (known, identified) = (await CitizenLogin.Token(town.Issuer, "le-van-an-level-1"), await CitizenLogin.Token(town.Issuer, "le-van-an"));
        foreach (var door in town.Entrances)
        {
            var refusal = (await new Api(door, known, "le-van-an-level-1").Post(rating, new { rating = 5 })).Is(403);
            Assert.Equal(("higher-identity-level-required", 2), (refusal.ProblemType, refusal["level"].GetValue<int>()));
            (await new Api(door, identified, "le-van-an").Post(rating, new { rating = 5 })).Is(404);
        }
    }

    private async Task SystemsComeByClientCredentials()
    {
        foreach (var algorithm in (string[])["rs256", "es256"])
        {
            var token = await town.Issuer.SystemToken($"case-system-{algorithm}");
            Assert.Equal(algorithm.ToUpperInvariant(), new JsonWebToken(token).Alg);
            Assert.Equal(Taken, await town.Statuses(token));
        }

        Assert.Equal("403 403", await town.Statuses(await town.Issuer.SystemToken("case-system-rs256", "inbox.read")));
    }

    private IEnumerable<(string Why, string Token)> Forged()
    {
        yield return ("expired", town.Keys.Sign(With(token => token.Expires = DateTime.UtcNow.AddMinutes(-1))));
        yield return ("not yet valid", town.Keys.Sign(With(token => token.NotBefore = DateTime.UtcNow.AddMinutes(2))));
        yield return ("without an end", town.Keys.Sign(With(token => token.Expires = null)));
        yield return ("for another audience", town.Keys.Sign(With(token => token.Audience = "elsewhere")));
        yield return ("of an unknown issuer", town.Keys.Sign(With(token => token.Issuer = "http://127.0.0.1:9")));
        yield return ("in the name of the other issuer", town.Keys.Sign(With(token => token.Issuer = city.Processes.Issuer.Address.GetLeftPart(UriPartial.Authority))));
        yield return ("signed by somebody else under the issuer's name of a key", new IssuerKeys("thief").Sign(Good(), town.Keys.Rs256Kid));
        var parts = town.Keys.Sign(Good()).Split('.');
        yield return ("alg none", $"{Text("""{"alg":"none","typ":"at+jwt"}""")}.{parts[1]}.");
        yield return ("alg none with a signature", $"{Text("""{"alg":"none","typ":"at+jwt"}""")}.{parts[1]}.{parts[2]}");
        var header = Text($$"""{"alg":"HS256","typ":"at+jwt","kid":"{{town.Keys.Rs256Kid}}"}""");
        var mac = HMACSHA256.HashData(Encoding.UTF8.GetBytes(town.Keys.PublicPem), Encoding.ASCII.GetBytes($"{header}.{parts[1]}"));
        yield return ("HS256 with the public key", $"{header}.{parts[1]}.{Base64UrlEncoder.Encode(mac)}");
        yield return ("without its signature", $"{parts[0]}.{parts[1]}.");
        yield return ("of 12 KB", $"{parts[0]}.{parts[1]}.{new string('A', 12_000)}");
    }

    private SecurityTokenDescriptor With(Action<SecurityTokenDescriptor> change)
    {
        var token = Good();
        change(token);
        return token;
    }

    private SecurityTokenDescriptor Good() => new()
    {
        TokenType = "at+jwt",
        Issuer = town.Issuer.Name,
        Audience = "ecosystem",
        Expires = DateTime.UtcNow.AddMinutes(5),
        Claims = new Dictionary<string, object> { ["sub"] = "an", ["acr"] = "2" },
    };

    private static string Text(string json) => Base64UrlEncoder.Encode(json);
}
