using System.Text.Json.Nodes;
using Ecosystem.Feedback.Watching;
using static Ecosystem.EndToEnd.City;

namespace Ecosystem.EndToEnd.Watching;

/// <summary>Who watches a place hears of what is new there, and of nothing else; and is forgotten when asked to.</summary>
public sealed class WatchingTests(City city)
{
    /// <summary>Nobody else reports here.</summary>
    private readonly double latitude = Math.Round(20.60 + 0.4 * Random.Shared.NextDouble(), 5), longitude = Math.Round(105.40 + 0.1 * Random.Shared.NextDouble(), 5);

    [Fact]
    public async Task A_watcher_is_told_once_of_each_new_public_report_near_a_place_until_one_call_ends_it()
    {
        var (watcher, witness) = (await city.Citizen(), await city.Citizen());
        for (var n = 0; n < 2; n++) await Watch(watcher, 1, 300, "lighting");
        await Watch(watcher, 2, 500);
        await Watch(witness, 5, 500);

        var lamp = await Reported("lamp-out", north: 0.001);
        await Reported("relief-needed", north: 0.001);
        await Reported("lamp-out", north: 0.001, confidential: true);
        await Reported("lamp-out", north: 0.006);
        await Reported("lamp-out", north: 0.001, by: watcher);
        var held = await Reported("lamp-out", north: 0.001, text: "Đèn hỏng mấy ngày, lũ đồ khốn nạn.");
        var noise = await Reported("noise", north: 0.004);
        await Eventually.Holds(async () => (await Told(witness)).Contains(noise), "the last report is told");
        await Eventually.Holds(async () => (await Told(watcher)).Contains(noise), "the last report is told to the watcher");
        Assert.Equal(new[] { lamp, noise }.Order(), await Told(watcher));
        Assert.Contains("DELETE /v1/me/watched-places/1", (await Messages(watcher)).Single(message => $"{message}".Contains(lamp, StringComparison.Ordinal)).ToJsonString(), StringComparison.Ordinal);

        (await (await city.Official("01.UBND", "coordinator")).Post($"/v1/reports/{held}/moderation", new { decision = "show" })).Is(200);
        await Eventually.Holds(async () => (await Told(watcher)).Contains(held), "what was held back is told when it is shown");

        (await watcher.Send(HttpMethod.Delete, "/v1/me/watched-places/1", null, [])).Is(204);
        Assert.Equal(2, Assert.Single((await watcher.Get("/v1/me/watched-places")).Is(200)["items"].AsArray())!["number"]!.GetValue<int>());
        (await watcher.Send(HttpMethod.Delete, "/v1/me/watched-places", null, [])).Is(204);
        Assert.Equal(0, await Cells(watcher));
        var last = await Reported("lamp-out", north: 0.001);
        await Eventually.Holds(async () => (await Told(witness)).Contains(last), "the witness is told");
        Assert.Equal(new[] { lamp, noise, held }.Order(), await Told(watcher));
    }

    [Fact]
    public async Task Whoever_is_erased_is_watching_no_more_and_the_place_is_nowhere()
    {
        var (watcher, witness, stranger) = (await city.Citizen(), await city.Citizen(), await city.Citizen());
        await Watch(watcher, 1, 300, "lighting");
        await Watch(witness, 1, 300);
        Assert.InRange(await Cells(watcher), 1, 4);
        Assert.Equal(latitude, (await watcher.Get("/v1/me/personal-data")).Is(200)["watchedPlaces"][0]!["place"]!["latitude"]!.GetValue<double>());
        Assert.Empty((await stranger.Get("/v1/me/watched-places")).Is(200)["items"].AsArray());
        Assert.Equal(0, await city.Count("feedback", "select count(*) from mt_events where stream_id = $1 and (data::text like '%' || $2 || '%' or data::text like '%lighting%')", Watcher.IdOf(watcher.Subject), Text(latitude)));

        (await watcher.Send(HttpMethod.Delete, "/v1/me/personal-data", null, [])).Is(204);

        Assert.Equal(0, await Cells(watcher));
        Assert.Empty((await watcher.Get("/v1/me/watched-places")).Is(200)["items"].AsArray());
        var report = await Reported("lamp-out", north: 0.001);
        await Eventually.Holds(async () => (await Told(witness)).Contains(report), "the witness is told");
        Assert.Empty(await Told(watcher));
    }

    [Fact]
    public async Task What_cannot_be_watched_is_told_all_at_once()
    {
        var citizen = await city.Citizen();

        Assert.Equal(["latitude", "longitude", "radius"], Wrong(await citizen.Put("/v1/me/watched-places/1", new { latitude = 40, longitude = 2, radius = 5_001 })));
        Assert.Equal(["radius"], Wrong(await citizen.Put("/v1/me/watched-places/1", new { latitude, longitude, radius = 49 })));
        Assert.Equal(["categories"], Wrong(await citizen.Put("/v1/me/watched-places/1", new { latitude, longitude, radius = 50, categories = new[] { "relief-funds" } })));
        Assert.Equal(["categories"], Wrong(await citizen.Put("/v1/me/watched-places/1", new { latitude, longitude, radius = 50, categories = Enumerable.Repeat("lighting", 11) })));
        foreach (var number in (int[])[0, 6]) Assert.Equal(["number"], Wrong(await citizen.Put($"/v1/me/watched-places/{number}", new { latitude, longitude, radius = 50 })));
        (await citizen.Put("/v1/me/watched-places/5", new { latitude, longitude, radius = 5_000 })).Is(200);
        (await (await city.Official(Committee)).Get("/v1/me/watched-places")).Is(403);
    }

    private async Task Watch(Api citizen, int number, int radius, params string[] categories) =>
        (await citizen.Put($"/v1/me/watched-places/{number}", new { latitude, longitude, radius, categories })).Is(200);

    private async Task<string> Reported(string category, double north, bool confidential = false, Api? by = null, string text = "Đèn ở đầu ngõ không sáng từ hôm qua.") =>
        (await (by ?? await city.Citizen()).Post("/v1/reports", new { category, commune = CuaNam, text, confidential, place = new { latitude = latitude + north, longitude } })).Is(201).Id;

    private Task<long> Cells(Api citizen) => city.Count("feedback", "select count(*) from watched_cell where watcher = $1", Watcher.IdOf(citizen.Subject));

    /// <summary>Reports of which somebody was told; in what order two came at once nobody knows.</summary>
    private static async Task<IReadOnlyList<string>> Told(Api citizen) => [.. (await Messages(citizen)).Select(message => message["arguments"]!["reportId"]!.GetValue<string>()).Order()];

    private static async Task<List<JsonNode>> Messages(Api citizen) =>
        [.. (await citizen.Get("/v1/inbox")).Is(200)["items"].AsArray().Select(message => message!).Where(message => message["template"]!.GetValue<string>() == "report-near-watched-place")];

    private static IEnumerable<string> Wrong(Answer answer) => answer.Is(400)["errors"].AsObject().Select(error => error.Key).Order();

    private static string Text(double degrees) => degrees.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
