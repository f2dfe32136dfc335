using System.Text.Json.Nodes;
using Ecosystem.EndToEnd.BadInput;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Ecosystem.EndToEnd.Identity;

/// <summary>The city app's backend acts for citizens whom the certified oidc-provider has recognised.</summary>
[Collection<BesideTheCity>]
public sealed class TokenExchangeTests(City city) : IAsyncLifetime
{
    private const string AccessToken = "urn:ietf:params:oauth:token-type:access_token";

    private Town town = null!;

    public async ValueTask InitializeAsync() => town = await Town.Start(city);

    public ValueTask DisposeAsync() => town.DisposeAsync();

    [Fact]
    public async Task A_citizens_token_becomes_one_with_which_the_app_acts_for_the_citizen_and_nobody_elses_does()
    {
        var (app, other) = (await Registered("tokens.exchange"), await Registered("feedback.read"));
        await TheAppActs(app);
        await TheLevelStays(app);
        await OnlyWhatWasAskedForIsAllowed(app);
        await NothingElseIsExchanged(app);
        await TheSandboxHasCitizensOfItsOwn(app, await Registered("tokens.exchange", sandbox: true));
        Assert.Equal("unauthorized_client", Error(await Exchange(other, await CitizenLogin.Token(town.Issuer, "tran-van-binh"))));
    }

    private async Task TheAppActs((string Id, string Secret) app)
    {
        var answer = (await Exchange(app, await CitizenLogin.Token(town.Issuer, "nguyen-thi-mai"))).Is(200);
        var token = answer["access_token"].GetValue<string>();
        var read = new JsonWebToken(token);

        Assert.Equal((AccessToken, "Bearer", "no-store"), ($"{answer["issued_token_type"]}", $"{answer["token_type"]}", answer.Headers["Cache-Control"]));
        Assert.Equal(("nguyen-thi-mai", app.Id, "2"), (read.Subject, read.GetClaim("client_id").Value, read.GetClaim("acr").Value));
        Assert.Equal(app.Id, $"{JsonNode.Parse(read.GetClaim("act").Value)!["sub"]}");
        Assert.InRange(answer["expires_in"].GetValue<int>(), 500, 600);
        foreach (var door in town.Entrances) Assert.Empty((await new Api(door, token, "nguyen-thi-mai").Get("/v1/reports")).Is(200)["items"].AsArray());
    }

    private async Task TheLevelStays((string Id, string Secret) app)
    {
        var rating = $"/v1/reports/{Guid.Empty}/rating";
        var (known, identified) = (await Token(app, "le-van-an-level-1"), await Token(app, "le-van-an"));
        foreach (var door in town.Entrances)
        {
            (await new Api(door, known, "le-van-an-level-1").Post(rating, new { rating = 5 })).IsProblem(403, "higher-identity-level-required");
            (await new Api(door, identified, "le-van-an").Post(rating, new { rating = 5 })).Is(404);
        }
    }

    private async Task OnlyWhatWasAskedForIsAllowed((string Id, string Secret) app)
    {
        var reader = await Token(app, "pham-thi-hoa", ("scope", "feedback.read"));
        foreach (var door in town.Entrances)
        {
            (await new Api(door, reader, "pham-thi-hoa").Get("/v1/reports")).Is(200);
            (await new Api(door, reader, "pham-thi-hoa").Post("/v1/reports", Bodies.Report())).IsProblem(403, "missing-scope");
        }

        Assert.Equal("invalid_scope", Error(await Exchange(app, await CitizenLogin.Token(town.Issuer, "pham-thi-hoa"), ("scope", "operations"))));
    }

    private async Task NothingElseIsExchanged((string Id, string Secret) app)
    {
        var citizen = town.Keys.Sign(Good());
        (await Exchange(app, citizen)).Is(200);
        (await Exchange(app, town.Keys.Sign(Good(token => token.Audience = app.Id)), ("subject_token_type", "urn:ietf:params:oauth:token-type:id_token"))).Is(200);
        foreach (var (why, token) in new[]
        {
            ("of a thief", new IssuerKeys("thief").Sign(Good(), town.Keys.Rs256Kid)),
            ("over", town.Keys.Sign(Good(token => token.Expires = DateTime.UtcNow.AddMinutes(-1)))),
            ("for another app", town.Keys.Sign(Good(token => token.Audience = "31/another/app"))),
            ("of an unknown issuer", town.Keys.Sign(Good(token => token.Issuer = "http://127.0.0.1:9"))),
            ("of an official", await town.DevelopmentTokens.Official("leader-1", City.Committee, ["leader"])),
            ("of a system", await town.Issuer.SystemToken("case-system-rs256")),
            ("of the gateway itself", (await Exchange(app, citizen)).Is(200)["access_token"].GetValue<string>()),
            ("gibberish", "gibberish"),
        })
            Assert.Equal($"{why}: invalid_request", $"{why}: {Error(await Exchange(app, token))}");
        foreach (var (name, value) in new[] { ("subject_token_type", "urn:ietf:params:oauth:token-type:saml2"), ("actor_token", "x"), ("requested_token_type", "urn:ietf:params:oauth:token-type:refresh_token") })
            Assert.Equal("invalid_request", Error(await Exchange(app, citizen, (name, value))));
        Assert.Equal("invalid_target", Error(await Exchange(app, citizen, ("audience", "elsewhere"))));
        (await Exchange((app.Id, "a guess"), citizen)).Is(401);
    }

    private async Task TheSandboxHasCitizensOfItsOwn((string Id, string Secret) app, (string Id, string Secret) trial)
    {
        var (citizen, ofSandbox) = (town.Keys.Sign(Good()), town.Keys.Sign(Good(token => token.Audience = "ecosystem-sandbox")));

        Assert.Equal("ecosystem-sandbox", Assert.Single(new JsonWebToken((await Exchange(trial, ofSandbox)).Is(200)["access_token"].GetValue<string>()).Audiences));
        Assert.Equal("invalid_request", Error(await Exchange(trial, citizen)));
        Assert.Equal("invalid_request", Error(await Exchange(app, ofSandbox)));
        Assert.Equal("invalid_target", Error(await Exchange(trial, ofSandbox, ("audience", "ecosystem"))));
    }

    private async Task<string> Token((string Id, string Secret) app, string person, params (string, string)[] more) =>
        (await Exchange(app, await CitizenLogin.Token(town.Issuer, person), more)).Is(200)["access_token"].GetValue<string>();

    private async Task<Answer> Exchange((string Id, string Secret) app, string subject, params (string Name, string Value)[] more)
    {
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "urn:ietf:params:oauth:grant-type:token-exchange", ["client_id"] = app.Id, ["client_secret"] = app.Secret, ["subject_token"] = subject, ["subject_token_type"] = AccessToken,
        };
        foreach (var (name, value) in more) form[name] = value;
        return await new Api(town.Entrances[0], null, app.Id).Send(HttpMethod.Post, "/oauth2/token", new FormUrlEncodedContent(form), []);
    }

    private static string Error(Answer answer) => answer.Is(400)["error"].GetValue<string>();

    private async Task<(string Id, string Secret)> Registered(string scope, bool sandbox = false)
    {
        var operators = new Api(town.Entrances[0], await town.DevelopmentTokens.Official("operator-1", "01.UBND", ["operator"]), "operator-1");
        await Eventually.Holds(async () => (await operators.Get("/v1/partners")).Status == 200, "The gateway has its tables");
        var registered = (await operators.Post("/v1/partners", PartnerTests.Registration(PartnerTests.NewPath(), scope))).Is(201);
        return (registered["clientId"].GetValue<string>(), (await operators.Post($"{registered.Headers["Location"]}/credentials", new { sandbox })).Is(200)["secret"].GetValue<string>());
    }

    private SecurityTokenDescriptor Good(Action<SecurityTokenDescriptor>? change = null)
    {
        var token = new SecurityTokenDescriptor
        {
            TokenType = "at+jwt", Issuer = town.Issuer.Name, Audience = "ecosystem", Expires = DateTime.UtcNow.AddMinutes(5), Claims = new Dictionary<string, object> { ["sub"] = "an", ["acr"] = "2" },
        };
        change?.Invoke(token);
        return token;
    }
}
