using System.Globalization;

namespace Ecosystem.EndToEnd.Configuration;

/// <summary>What everybody sees of reports on lists and maps, and what citizens find before they report the same again.</summary>
public sealed class PublicPlacesTests(City city)
{
    /// <summary>A corner of the province for each test, three kilometres from the next, so that none sees another's reports.</summary>
    private static int corners;

    private readonly (double Latitude, double Longitude) spot = Corner(Interlocked.Increment(ref corners));

    [Fact]
    public async Task Everybody_finds_reports_by_place_and_nothing_about_people()
    {
        var citizen = await city.Citizen();
        var (here, there) = (await Reported(citizen, "lamp-out"), await Reported(citizen, "lamp-out", away: 0.004));
        var anyone = city.Anyone();

        var map = (await anyone.Get($"/v1/public/map?bbox={Around(0.001)}")).Is(200);
        Assert.Equal(("FeatureCollection", "application/geo+json"), (map["type"].GetValue<string>(), map.Headers["Content-Type"].Split(';')[0]));
        var feature = Assert.Single(map["features"].AsArray())!;
        Assert.Equal([spot.Longitude, spot.Latitude], feature["geometry"]!["coordinates"]!.AsArray().Select(degrees => degrees!.GetValue<double>()));
        Assert.Equal(here, feature["id"]!.GetValue<string>());
        Assert.DoesNotContain(citizen.Subject, map.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("bóng đèn", map.Text, StringComparison.Ordinal);

        Assert.Equal([here, there], Ids((await anyone.Get($"/v1/public/nearest?latitude={Text(spot.Latitude)}&longitude={Text(spot.Longitude)}")).Is(200), "report").Take(2));
        Assert.Equal([there, here], Ids((await anyone.Get($"/v1/public/reports?bbox={Around(0.01)}&category=lighting&unit={City.Committee}&state=open&limit=2")).Is(200)));
        Assert.Empty(Ids((await anyone.Get($"/v1/public/reports?bbox={Around(0.01)}&category=noise")).Is(200)));
        Assert.Empty(Ids((await anyone.Get($"/v1/public/reports?bbox={Around(0.01)}&to=2026-01-01")).Is(200)));
        var first = (await anyone.Get($"/v1/public/reports?bbox={Around(0.01)}&limit=1")).Is(200);
        Assert.Equal([here], Ids((await anyone.Get($"/v1/public/reports?bbox={Around(0.01)}&limit=1&after={Uri.EscapeDataString(first["next"].GetValue<string>())}")).Is(200)));
        (await anyone.Get($"/v1/public/map?bbox={Around(0.001)}", ("If-None-Match", map.Headers["ETag"]))).Is(304);
        Assert.Contains("max-age", map.Headers["Cache-Control"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sensitive_reports_are_in_no_public_list_and_their_place_is_blurred()
    {
        var citizen = await city.Citizen();

        var id = await Reported(citizen, "relief-needed");

        Assert.Empty((await city.Anyone().Get($"/v1/public/map?bbox={Around(0.01)}")).Is(200)["features"].AsArray());
        Assert.Empty(Ids((await city.Anyone().Get($"/v1/public/reports?category=relief-funds&bbox={Around(0.01)}")).Is(200)));
        Assert.Empty(Ids((await citizen.Get($"/v1/reports/similar?category=relief-needed&latitude={Text(spot.Latitude)}&longitude={Text(spot.Longitude)}")).Is(200), "report"));
        (await (await city.Citizen()).Send(HttpMethod.Put, $"/v1/reports/{id}/following", null, [])).Is(404);
        Assert.Equal(0, await city.Count("feedback", "select count(*) from mt_events where stream_id = $1 and data->'spot'->>'latitude' = $2", Guid.Parse(id), Text(spot.Latitude)));
        Assert.Equal(1, await city.Count("feedback", "select count(*) from mt_events where stream_id = $1 and (data->'spot'->>'accuracy')::float8 >= 200", Guid.Parse(id)));
        Assert.Equal(spot.Latitude, (await citizen.Get($"/v1/reports/{id}")).Is(200)["place"]["latitude"]!.GetValue<double>());
    }

    [Fact]
    public async Task A_second_citizen_finds_the_open_report_follows_it_and_hears_of_each_change_once()
    {
        var (reporter, neighbour, official) = (await city.Citizen(), await city.Citizen(), await city.Official(City.Committee, "officer"));
        var id = await Reported(reporter, "lamp-out");
        var similar = $"/v1/reports/similar?category=lamp-out&latitude={Text(spot.Latitude + 0.0003)}&longitude={Text(spot.Longitude)}";

        Assert.Equal([id], Ids((await neighbour.Get(similar)).Is(200), "report"));
        Assert.Equal([id], Ids((await neighbour.Get(similar.Replace("lamp-out", "lighting", StringComparison.Ordinal))).Is(200), "report"));
        Assert.Empty(Ids((await neighbour.Get(similar.Replace("lamp-out", "noise", StringComparison.Ordinal))).Is(200), "report"));
        Assert.Empty(Ids((await neighbour.Get($"/v1/reports/similar?category=lamp-out&latitude={Text(spot.Latitude + 0.0006)}&longitude={Text(spot.Longitude)}")).Is(200), "report"));
        for (var n = 0; n < 2; n++) (await neighbour.Send(HttpMethod.Put, $"/v1/reports/{id}/following", null, [])).Is(200);
        Assert.Equal("own-report-is-followed", (await reporter.Send(HttpMethod.Put, $"/v1/reports/{id}/following", null, [])).Is(409).ProblemType);

        (await official.Post($"/v1/reports/{id}/acceptance", null)).Is(200);
        await Eventually.Holds(async () => await News(neighbour, id) == 1, "the acceptance is told");
        (await official.Post($"/v1/reports/{id}/answer", new { answer = "Đã thay bóng đèn mới." })).Is(200);
        await Eventually.Holds(async () => await News(neighbour, id) == 2, "the answer is told");

        (await neighbour.Send(HttpMethod.Delete, $"/v1/reports/{id}/following", null, [])).Is(204);
        (await reporter.Post($"/v1/reports/{id}/rating", new { rating = 5 })).Is(200);
        Assert.Empty(Ids((await neighbour.Get(similar)).Is(200), "report"));
        Assert.Equal(2, await News(neighbour, id));
        Assert.Equal(0, await News(reporter, id));
    }

    [Theory]
    [InlineData("/v1/public/map?bbox=1,2,3", "bbox")]
    [InlineData("/v1/public/map?bbox=106,21,105,22", "bbox")]
    [InlineData("/v1/public/map?limit=2001", "limit")]
    [InlineData("/v1/public/reports?limit=201", "limit")]
    [InlineData("/v1/public/reports?state=asleep", "state")]
    [InlineData("/v1/public/reports?unit=x", "unit")]
    [InlineData("/v1/public/reports?from=1026-01-01", "from")]
    [InlineData("/v1/public/nearest?latitude=91&longitude=105", "latitude")]
    [InlineData("/v1/public/nearest?latitude=21", "longitude")]
    [InlineData("/v1/public/nearest?latitude=21&longitude=105&within=0", "within")]
    public async Task What_nobody_can_look_for_is_told(string path, string field) =>
        Assert.Equal([field], (await city.Anyone().Get(path)).Is(400)["errors"].AsObject().Select(error => error.Key));

    [Fact]
    public async Task A_report_lies_in_its_province() =>
        Assert.Equal("outside-the-province", (await (await city.Citizen()).Post("/v1/reports", new { category = "lamp-out", commune = City.CuaNam, text = "Đèn đường hỏng đã ba ngày.", place = new { latitude = 20.8449, longitude = 106.6881 } })).Is(422).ProblemType);

    private async Task<string> Reported(Api citizen, string category, double away = 0) => (await citizen.Post("/v1/reports", new
    {
        category,
        commune = City.CuaNam,
        text = "Cần thay bóng đèn ở đầu ngõ.",
        place = new { latitude = spot.Latitude, longitude = spot.Longitude + away, accuracy = 5 },
    })).Is(201).Id;

    private static async Task<int> News(Api citizen, string report) =>
        (await citizen.Get("/v1/inbox")).Is(200)["items"].AsArray().Count(item => item!["template"]?.GetValue<string>() == "followed-report-changed" && item.ToJsonString().Contains(report, StringComparison.Ordinal));

    private static IEnumerable<string> Ids(Answer page, string? member = null) => page["items"].AsArray().Select(item => (member is null ? item : item![member])!["id"]!.GetValue<string>());

    private static (double Latitude, double Longitude) Corner(int nr) => (21.15 + 0.03 * (nr % 7), 105.5 + 0.03 * (nr / 7));

    private string Around(double degrees) => string.Join(',', new[] { spot.Longitude - degrees, spot.Latitude - degrees, spot.Longitude + degrees, spot.Latitude + degrees }.Select(Text));

    private static string Text(double degrees) => Math.Round(degrees, 6).ToString(CultureInfo.InvariantCulture);
}
