using System.Globalization;
using System.Text.Json.Nodes;

namespace Ecosystem.EndToEnd.Analytics;

public sealed class OpenDataTests(City city)
{
    private static readonly string Day = DateTime.UtcNow.AddHours(7).AddDays(-500).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Fact]
    public async Task Anyone_gets_a_day_in_each_format_and_need_not_fetch_it_again()
    {
        await PastReports.Add(city, 3, "trees", "00115", "500", "120");
        await PastReports.Add(city, 2, "health", "00115", "500", isPrivate: true);
        var anyone = city.Anyone();

        var csv = (await anyone.Get($"/v1/open-data/reports/{Day}.csv")).Is(200);
        var ndjson = (await anyone.Get($"/v1/open-data/reports/{Day}.ndjson")).Is(200);
        var geojson = (await anyone.Get($"/v1/open-data/reports/{Day}.geojson")).Is(200);

        Assert.Equal(4, csv.Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.All(ndjson.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Equal("trees", $"{JsonNode.Parse(line)!["category"]}"));
        Assert.Equal(3, geojson["features"].AsArray().Count);
        Assert.Contains("creativecommons.org", csv.Headers["Link"], StringComparison.Ordinal);
        Assert.Equal(304, (await anyone.Get($"/v1/open-data/reports/{Day}.csv", ("If-None-Match", csv.Headers["ETag"]))).Status);
    }

    [Fact]
    public async Task The_index_names_the_licence_the_fields_and_the_files()
    {
        await PastReports.Add(city, 1, "trees", "00115", "501");

        var index = (await city.Anyone().Get($"/v1/open-data/reports?month={DateTime.UtcNow.AddHours(7).AddDays(-501):yyyy-MM}", ("Accept-Language", "en"))).Is(200);

        Assert.Contains("creativecommons", $"{index["licence"]}", StringComparison.Ordinal);
        Assert.Contains(index["fields"].AsArray(), field => $"{field!["name"]}" == "answeredOnTime");
        Assert.Equal(200, (await city.Anyone().Get($"{index["days"][0]!["files"]![0]!["url"]}")).Status);
    }

    [Theory]
    [InlineData("2999-01-01.csv")]
    [InlineData("2026-02-31.csv")]
    [InlineData("today.csv")]
    public async Task What_is_no_day_or_no_format_is_not_there(string file) => (await city.Anyone().Get($"/v1/open-data/reports/{file}")).Is(404);

    [Fact]
    public async Task A_month_that_is_none_is_refused() => (await city.Anyone().Get("/v1/open-data/reports?month=2026-13")).Is(400);
}
