using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Ecosystem.EndToEnd.Identity;

/// <summary>Partners get tokens from the gateway itself, asked by a certified client and by hand, and call services with them.</summary>
public sealed class TokenEndpointTests(City city)
{
    [Fact]
    public async Task A_certified_client_finds_the_issuer_and_gets_a_token_by_key_and_by_secret()
    {
        var partner = await PartnerSystem.Registered(city, "feedback.read", "inbox.read");
        await partner.Credential(new { key = partner.PublicKey });
        var secret = (await partner.Credential(new { }))["secret"].GetValue<string>();

        foreach (var (method, proof) in new[] { ("key", partner.PrivateKey.ToJsonString()), ("basic", secret), ("post", secret) })
        {
            var (status, said) = await partner.CertifiedClient(method, proof);
            Assert.True(status == 0, $"{method}: {said}");
            var answer = JsonNode.Parse(said[said.IndexOf('{', StringComparison.Ordinal)..])!;
            Assert.Equal(("bearer", 600, "feedback.read inbox.read"), (answer["token_type"]!.GetValue<string>(), answer["expires_in"]!.GetValue<int>(), answer["scope"]!.GetValue<string>()));
            await Works(answer["access_token"]!.GetValue<string>(), partner.Path);
        }

        Assert.Contains("invalid_client", (await partner.CertifiedClient("post", "a guess")).Said, StringComparison.Ordinal);
        Assert.Contains("invalid_scope", (await partner.CertifiedClient("post", secret, "operations")).Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_assertion_is_good_once_at_any_gateway_and_only_as_it_must_be()
    {
        var partner = await PartnerSystem.Registered(city);
        await partner.Credential(new { key = partner.PublicKey });
        var assertion = partner.Assertion();
        (await partner.Ask(assertion)).Is(200);
        Refused(await partner.Ask(assertion, instance: 1));

        Refused(await partner.Ask(partner.Assertion(token => token.Audience = "https://elsewhere.example")));
        Refused(await partner.Ask(partner.Assertion(token => token.Expires = DateTime.UtcNow.AddSeconds(-40))));
        Refused(await partner.Ask(partner.Assertion(token => token.Expires = DateTime.UtcNow.AddHours(1))));
        Refused(await partner.Ask(partner.Assertion(token => token.IssuedAt = DateTime.UtcNow.AddSeconds(50))));
        Refused(await partner.Ask(partner.Assertion(token => token.Claims.Remove("jti"))));
        Refused(await partner.Ask(partner.Assertion(token => token.Issuer = "31/another/system")));
        Refused(await partner.Ask(partner.Assertion(token => token.Claims["sub"] = PartnerTests.NewPath())));
        Refused(await partner.Ask((await PartnerSystem.Registered(city)).Assertion(token => (token.Issuer, token.Claims["sub"]) = (partner.Path, partner.Path))));
        Refused(await partner.Ask($"{partner.Assertion().Split('.')[0]}.e30."));
        (await partner.Ask(partner.Assertion(token => token.Audience = $"{partner.Issuer}/oauth2/token"), instance: 1)).Is(200);
        (await partner.Ask(partner.Assertion(token => token.Expires = DateTime.UtcNow.AddSeconds(-20)))).Is(200);
    }

    [Fact]
    public async Task A_disabled_partner_gets_no_token_and_a_revoked_secret_none_either()
    {
        var partner = await PartnerSystem.Registered(city);
        var made = await partner.Credential(new { });
        var form = new Dictionary<string, string> { ["client_id"] = partner.Path, ["client_secret"] = made["secret"].GetValue<string>() };
        (await partner.Ask(form)).Is(200);

        var operators = await city.Operator();
        (await operators.Post($"{partner.Address}/disable", null)).Is(200);
        Assert.Equal("unauthorized_client", (await partner.Ask(form, instance: 1)).Is(400)["error"].GetValue<string>());
        (await operators.Post($"{partner.Address}/enable", null)).Is(200);
        (await partner.Ask(form)).Is(200);
        (await operators.Send(HttpMethod.Delete, $"{partner.Address}/credentials/{made["credential"]}", null, [])).Is(200);
        Refused(await partner.Ask(form));
    }

    [Fact]
    public async Task Requests_that_are_no_such_form_are_told_so_in_the_words_of_oauth()
    {
        var partner = await PartnerSystem.Registered(city);
        var anyone = city.Anyone();

        async Task<string> Error(string body, string type = "application/x-www-form-urlencoded") =>
            (await anyone.Send(HttpMethod.Post, "/oauth2/token", new StringContent(body, Encoding.UTF8, type), [])).Is(400)["error"].GetValue<string>();

        Assert.Equal("invalid_request", await Error("{}", "application/json"));
        Assert.Equal("invalid_request", await Error("grant_type=client_credentials"));
        Assert.Equal("invalid_request", await Error("grant_type=client_credentials&client_id=a&client_secret=b&client_secret=c"));
        Assert.Equal("invalid_request", await Error("grant_type=client_credentials&client_id=a&client_secret=b&client_assertion=c"));
        Assert.Equal("invalid_request", await Error("client_id=a&client_secret=b"));
        Assert.Equal("unsupported_grant_type", await Error("grant_type=password&client_id=a&client_secret=b"));
        Refused(await partner.Ask(new Dictionary<string, string> { ["client_id"] = "nobody", ["client_secret"] = "b" }));
        Refused(await partner.Ask(new Dictionary<string, string> { ["client_secret"] = "b" }));
    }

    [Fact]
    public async Task The_gateways_own_keys_turn_and_tokens_of_both_are_taken()
    {
        var partner = await PartnerSystem.Registered(city);
        await partner.Credential(new { key = partner.PublicKey });
        var first = await Token(partner);

        await Age("31 days", "true");
        Assert.Equal(2, await Published());
        Assert.Equal(Kid(first), Kid(await Token(partner)));

        await Age("16 minutes", "created > now() - interval '1 day'");
        Assert.Equal(2, await Published());
        var second = await Token(partner);
        Assert.NotEqual(Kid(first), Kid(second));
        foreach (var token in new[] { first, second }) await Works(token, partner.Path);
    }

    /// <summary>Makes keys older, as time would, and lets the gateways look again.</summary>
    private async Task Age(string by, string which)
    {
        Assert.Equal(1, await city.Count("gateway", $"with aged as (update signing_keys set created = created - interval '{by}' where {which} returning 1) select count(*) from aged"));
        await Task.WhenAll(city.Processes.Of("gateway").Restart(), city.Processes.Of("gateway", 1).Restart());
    }

    private async Task<int> Published() =>
        (await new Api(city.Processes.Of("gateway", 1).Address, null, "anyone").Get("/oauth2/jwks")).Is(200)["keys"].AsArray().Count;

    private static async Task<string> Token(PartnerSystem partner) => (await partner.Ask(partner.Assertion(), instance: 1)).Is(200)["access_token"].GetValue<string>();

    private static string Kid(string token) => new JsonWebToken(token).Kid;

    private async Task Works(string token, string path)
    {
        var read = new JsonWebToken(token);
        Assert.Equal(("at+jwt", "ES256", path, path), (read.Typ, read.Alg, read.Subject, read.GetClaim("client_id").Value));
        foreach (var door in new[] { city.Processes.Gateway, city.Processes.Of("feedback").Address })
        {
            (await new Api(door, token, path).Get("/v1/categories")).Is(200);
            (await new Api(door, token, path).Get("/v1/operations/feedback")).Is(403);
        }
    }

    private static void Refused(Answer answer) => Assert.Equal("invalid_client", answer.Is(401)["error"].GetValue<string>());
}
