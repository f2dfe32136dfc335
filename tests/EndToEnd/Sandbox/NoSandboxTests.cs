using Ecosystem.EndToEnd.BadInput;
using Ecosystem.EndToEnd.Identity;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Ecosystem.EndToEnd.Sandbox;

/// <summary>The city of the tests has no sandbox.</summary>
public sealed class NoSandboxTests(City city)
{
    [Fact]
    public async Task Where_there_is_no_sandbox_it_is_said_and_the_live_service_is_not_asked()
    {
        var partner = await PartnerSystem.Registered(city);
        await partner.Credential(new { key = partner.PublicKey, sandbox = true });
        var token = (await partner.Ask(partner.Assertion())).Is(200)["access_token"].GetValue<string>();
        Assert.Equal("ecosystem-sandbox", Assert.Single(new JsonWebToken(token).Audiences));

        var answer = (await new Api(city.Processes.Gateway, token, partner.Path).Get("/v1/categories")).IsProblem(404, "no-sandbox");
        Assert.Equal("true", answer.Headers["Sandbox"]);
        (await city.Anyone().Get("/problems/no-sandbox")).Is(200);
        var operators = await city.Operator();
        (await operators.Post($"{partner.Address}/credentials", new { key = partner.PublicKey })).IsProblem(409, "key-of-other-kind");
        Assert.True((await operators.Get(partner.Address)).Is(200)["credentials"][0]!["sandbox"]!.GetValue<bool>());
    }
}
