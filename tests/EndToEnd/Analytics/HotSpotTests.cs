namespace Ecosystem.EndToEnd.Analytics;

/// <summary>A flood of reports is foreseen, or told of the same day.</summary>
public sealed class HotSpotTests(City city)
{
    [Fact]
    public async Task More_reports_than_were_foreseen_reach_the_coordinating_unit_and_the_feed_once()
    {
        await PastReports.Add(city, 100, "flooding", City.CuaNam, "1 + n % 100");
        var (coordinator, partner, citizen) = (await city.Official("01.UBND", "coordinator"), await city.System("feed.read"), await city.Citizen());
        var forecast = (await coordinator.Get($"/v1/analytics/forecasts?category=flooding&commune={City.CuaNam}")).Is(200);

        for (var n = 0; n < 9; n++)
            (await citizen.Post("/v1/reports", new { category = "flooding", text = $"Nước ngập {n} gác ở ngõ này rồi.", commune = City.CuaNam })).Is(201);

        Assert.Equal(14, forecast["days"].AsArray().Count);
        await Eventually.Holds(async () => (await Found(coordinator)).Length > 0, "the hot spot is found", TimeSpan.FromSeconds(30));
        await Eventually.Holds(async () => (await coordinator.Get("/v1/inbox")).Text.Contains("flooding", StringComparison.Ordinal), "the coordinating unit is told");
        await Eventually.Holds(async () => (await partner.Get("/v1/feed?types=vn.ecosystem.report.surged.v1")).Is(200)["items"].AsArray().Any(entry => $"{entry!["data"]!["commune"]}" == City.CuaNam), "partners hear of it");
        Assert.Single(await Found(coordinator));
    }

    [Fact]
    public async Task Without_two_months_of_reports_nothing_is_foreseen()
    {
        var coordinator = await city.Official("01.UBND", "coordinator");

        Assert.Equal("history-too-short", (await coordinator.Get("/v1/analytics/forecasts?category=tourism&commune=00112")).Is(422).ProblemType);
        Assert.Equal(400, (await coordinator.Get("/v1/analytics/forecasts?days=15")).Status);
    }

    private static async Task<string[]> Found(Api coordinator) =>
        [.. (await coordinator.Get("/v1/analytics/hot-spots?limit=200")).Is(200)["items"].AsArray().Where(spot => $"{spot!["category"]} {spot["commune"]}" == $"flooding {City.CuaNam}").Select(spot => $"{spot!["id"]}")];
}
