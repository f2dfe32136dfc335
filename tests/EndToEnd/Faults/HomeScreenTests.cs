namespace Ecosystem.EndToEnd.Faults;

/// <summary>The city app's first screen in one call; a service that is away takes only its own part with it.</summary>
public sealed class HomeScreenTests(City city) : IAsyncLifetime
{
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync() => await Repair.Everything(city);

    [Fact]
    public async Task All_parts_come_in_one_call_and_one_that_fails_is_old_or_missing_and_named()
    {
        var (citizen, newcomer) = (await city.Citizen(), await city.Citizen());
        var report = (await citizen.Post("/v1/reports", Bodies.Report())).Is(201).Id;
        var campaign = await Launched();
        await Eventually.Holds(async () => (await citizen.Get("/v1/inbox")).Is(200)["items"].AsArray().Count > 0, "the receipt has arrived");

        var whole = (await citizen.Get($"/v1/home?unit={City.CuaNam}")).Is(200);
        Assert.Empty(whole["partial"].AsArray());
        Assert.Equal(report, whole["reports"]["items"]![0]!["id"]!.GetValue<string>());
        Assert.NotEmpty(whole["notices"]["items"]!.AsArray());
        Assert.Contains(whole["campaigns"]["items"]!.AsArray(), item => item!["id"]!.GetValue<string>() == campaign);

        foreach (var instance in (int[])[0, 1]) city.Processes.Of("campaigns", instance).Kill();
        var old = (await citizen.Get($"/v1/home?unit={City.CuaNam}")).Is(200);
        var without = (await newcomer.Get($"/v1/home?unit={City.CuaNam}")).Is(200);

        Assert.Equal("campaigns", Assert.Single(old["partial"].AsArray())!.GetValue<string>());
        Assert.True(old["campaigns"]["ageSeconds"]!.GetValue<int>() > 0);
        Assert.Contains(old["campaigns"]["items"]!.AsArray(), item => item!["id"]!.GetValue<string>() == campaign);
        Assert.Equal(report, old["reports"]["items"]![0]!["id"]!.GetValue<string>());
        Assert.Equal(("campaigns", true), (Assert.Single(without["partial"].AsArray())!.GetValue<string>(), without["campaigns"]["items"] is null));
    }

    [Fact]
    public async Task It_is_a_citizens_and_takes_communes_only()
    {
        (await (await city.Official(City.Committee)).Get("/v1/home")).Is(403);
        (await (await city.Citizen()).Get("/v1/home?unit=abc")).Is(400);
        Assert.Null((await (await city.Citizen()).Get("/v1/home")).Is(200).Json["campaigns"]);
    }

    private async Task<string> Launched()
    {
        var committee = await city.Official(City.Committee);
        var campaign = (await committee.Post("/v1/campaigns", Bodies.Campaign())).Is(201).Id;
        (await committee.Post($"/v1/campaigns/{campaign}/points", Bodies.Point(1))).Is(201);
        (await committee.Post($"/v1/campaigns/{campaign}/launch", null)).Is(200);
        return campaign;
    }
}
