using System.Text.Json.Nodes;

namespace Ecosystem.EndToEnd.Feedback;

/// <summary>Every report's way can be read to the messages that arrived, and none is missing.</summary>
public sealed class JourneyTests(City city)
{
    private const int Reports = 200;

    private static readonly string[] Complete = ["mail", "report-for-unit", "report-received", "report_assigned", "report_submitted"];

    [Fact]
    public async Task Of_200_reports_each_has_all_hops_with_times_in_one_trace()
    {
        var citizen = await city.Citizen();
        (await citizen.Put("/v1/preferences", new { language = "vi", email = $"{citizen.Subject}@example.vn" })).Is(200);
        var reports = new List<(string Id, string Trace)>();
        foreach (var some in Enumerable.Range(0, Reports).Chunk(20))
            reports.AddRange(await Task.WhenAll(some.Select(async _ =>
            {
                var trace = new Trace(city);
                return ((await citizen.Post("/v1/reports", Bodies.Report(), trace.Header)).Is(201).Id, trace.Id);
            })));

        foreach (var (id, trace) in reports)
        {
            List<JsonNode> hops = [];
            await Eventually.Holds(async () => (hops = await Hops(citizen, id)).Select(hop => $"{hop["name"]}").ToHashSet().IsSupersetOf(Complete), $"all hops of {id}", TimeSpan.FromSeconds(60));
            Assert.All(hops, hop => Assert.Equal(trace, hop["traceId"]!.GetValue<string>()));
            Assert.All(hops, hop => Assert.NotNull(hop["event"]));
            Assert.All(hops, hop => Assert.InRange(hop["sinceSubmission"]!.GetValue<long>(), -5, 120_000));
        }
    }

    [Fact]
    public async Task Another_citizen_cannot_read_it() =>
        (await (await city.Citizen()).Get($"/v1/reports/{(await (await city.Citizen()).Post("/v1/reports", Bodies.Report())).Is(201).Id}/journey")).Is(404);

    private static async Task<List<JsonNode>> Hops(Api citizen, string report) => [.. (await citizen.Get($"/v1/reports/{report}/journey")).Is(200)["items"].AsArray().Select(hop => hop!)];
}
