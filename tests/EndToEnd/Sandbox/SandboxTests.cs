using Ecosystem.EndToEnd.BadInput;

namespace Ecosystem.EndToEnd.Sandbox;

/// <summary>With a key for the sandbox a partner tries every call, and touches nothing of the city's.</summary>
[Collection<BesideTheCity>]
public sealed class SandboxTests(City city)
{
    [Fact]
    public async Task What_is_done_in_the_sandbox_stays_there_and_live_keys_do_not_reach_it()
    {
        await using var town = await SandboxTown.Start(city);
        var partner = await SandboxPartner.Registered(town);
        var (live, sandbox) = (await partner.Call(partner.Live), await partner.Call(partner.Sandbox));

        await AReportStaysInTheSandbox(town, live, sandbox);
        await EachServiceRefusesTheOthersTokens(town, partner);
        await TheGatewaysOwnAreLive(town, live, sandbox);
        await ALateTokenIsNobodys(town);
        await ARevokedKeyGetsNoToken(partner);
    }

    private static async Task AReportStaysInTheSandbox(SandboxTown town, Api live, Api sandbox)
    {
        var report = new { externalReference = "TRY-1", report = Bodies.Report() };
        Answer made = null!;
        await Eventually.Holds(async () => (made = await sandbox.Post("/v1/partner-reports", report)).Status != 422, "The sandbox knows Cửa Nam");
        Assert.Equal("true", made.Is(201).Headers["Sandbox"]);

        Assert.Equal("true", (await sandbox.Get("/v1/partner-reports/TRY-1")).Is(200).Headers["Sandbox"]);
        Assert.DoesNotContain("Sandbox", (await live.Get("/v1/partner-reports/TRY-1")).Is(404).Headers.Keys);
        Assert.Single((await (await town.Officer(inSandbox: true)).Get("/v1/reports")).Is(200)["items"].AsArray());
        Assert.Empty((await (await town.Officer(inSandbox: false)).Get("/v1/reports")).Is(200)["items"].AsArray());

        var own = (await (await town.Citizen(inSandbox: true)).Post("/v1/reports", Bodies.Report())).Is(201).Id;
        Assert.Equal(own, $"{(await (await town.Citizen(inSandbox: true)).Get("/v1/home")).Is(200)["reports"]["items"]![0]!["id"]}");
        Assert.Empty((await (await town.Citizen(inSandbox: false)).Get("/v1/home")).Is(200)["reports"]["items"]!.AsArray());
    }

    private static async Task EachServiceRefusesTheOthersTokens(SandboxTown town, SandboxPartner partner)
    {
        async Task Meets(Uri service, string token, int status) => (await new Api(service, token, partner.Path).Get("/v1/categories")).Is(status);

        var (live, sandbox) = (await partner.Token(partner.Live), await partner.Token(partner.Sandbox));
        await Meets(town.Live, live, 200);
        await Meets(town.Live, sandbox, 401);
        await Meets(town.Sandbox, sandbox, 200);
        await Meets(town.Sandbox, live, 401);
    }

    private static async Task TheGatewaysOwnAreLive(SandboxTown town, Api live, Api sandbox)
    {
        (await (await town.Operator(inSandbox: true)).Get("/v1/partners")).IsProblem(403, "not-in-sandbox");
        (await (await town.Operator()).Get("/v1/partners")).Is(200);

        await Eventually.Holds(async () => (await live.Get("/v1/calls?limit=200")).Is(200)["items"].AsArray().Select(call => $"{call!["kind"]}").ToHashSet().SetEquals(["system", "sandbox"]), "Both kinds of calls are logged");
        Assert.All((await sandbox.Get("/v1/calls?limit=200")).Is(200)["items"].AsArray(), call => Assert.Equal("sandbox", $"{call!["kind"]}"));
        Assert.DoesNotContain((await live.Get("/v1/calls/usage")).Is(200)["items"].AsArray(), usage => $"{usage!["route"]}".StartsWith("POST", StringComparison.Ordinal));
        Assert.Contains((await sandbox.Get("/v1/calls/usage")).Is(200)["items"].AsArray(), usage => $"{usage!["route"]}".StartsWith("POST", StringComparison.Ordinal));
    }

    private static async Task ALateTokenIsNobodys(SandboxTown town) => (await (await town.Late()).Get("/v1/guidance/articles")).IsProblem(401, "unauthenticated");

    private static async Task ARevokedKeyGetsNoToken(SandboxPartner partner)
    {
        await partner.Revoke(partner.Sandbox);

        (await partner.Ask(partner.Sandbox)).Is(401);
        (await partner.Ask(partner.Live)).Is(200);
    }
}
