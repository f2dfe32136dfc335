using System.Globalization;

namespace Ecosystem.EndToEnd.Analytics;

/// <summary>Reports in numbers, over HTTP: what units, the coordinating unit and everybody get to see.</summary>
public sealed class AnalyticsTests(City city)
{
    private static readonly DateTime Today = DateTime.UtcNow.AddHours(7).Date;

    [Fact]
    public async Task A_report_that_was_just_submitted_is_counted_where_it_belongs_and_nowhere_else()
    {
        var position = (await (await city.Citizen()).Post("/v1/reports", Bodies.Report())).Is(201)["position"].GetValue<long>();
        var query = new { from = Day(0), to = Day(0), measures = new[] { "count" }, filters = new[] { new { field = "category", @is = new[] { "lighting" } } } };
        var (own, above, elsewhere) = (await city.Official(City.Committee), await city.Official("01.UBND", "coordinator"), await city.Official("01.00088.UBND"));
        await Eventually.Holds(async () => await city.Count("feedback", "select count(*) from projection_report_fact where position >= $1 - 1", position) > 0, "it is counted");

        Assert.True(Count(await own.Post("/v1/analytics/queries", query)) >= 1);
        Assert.True(Count(await above.Post("/v1/analytics/queries", query)) >= 1);
        Assert.Equal(0, Count(await elsewhere.Post("/v1/analytics/queries", query)));
        Assert.Equal(403, (await (await city.Citizen()).Post("/v1/analytics/queries", query)).Status);
        Assert.Equal(403, (await (await city.Official(City.Committee, "officer")).Post("/v1/analytics/queries", query)).Status);
    }

    [Fact]
    public async Task Each_grain_gives_its_numbers()
    {
        await PastReports.Add(city, 40, "trees", "00091", "700 + n % 4", "60 * (1 + n % 10)", "1 + n % 5");
        await PastReports.Add(city, 10, "trees", "00091", "701");
        var coordinator = await city.Official("01.UBND", "coordinator");
        var (from, to) = (Day(703), Day(700));
        var filters = new[] { new { field = "commune", @is = new[] { "00091" } } };

        var cases = (await coordinator.Post("/v1/analytics/queries", new { from, to, filters, measures = new[] { "count", "answerHours", "processedRate", "answerOnTimeRate", "satisfaction" }, dimensions = new[] { "category" } })).Is(200);
        var events = (await coordinator.Post("/v1/analytics/queries", new { from, to, filters, grain = "event", measures = new[] { "count", "share" }, dimensions = new[] { "event" }, orderBy = "count", descending = true })).Is(200);
        var open = (await coordinator.Post("/v1/analytics/queries", new { from, to, filters, grain = "openStateDay", measures = new[] { "count" }, dimensions = new[] { "status", "day" } })).Is(200);

        var row = cases["rows"].AsArray().Single()!["measures"]!;
        Assert.Equal((50, 5.5, 40), (row["count"]!["value"]!.GetValue<int>(), row["answerHours"]!["value"]!.GetValue<double>(), row["answerHours"]!["of"]!.GetValue<int>()));
        Assert.InRange(row["answerHours"]!["median"]!.GetValue<double>(), 4.9, 5.1);
        Assert.InRange(row["answerHours"]!["p90"]!.GetValue<double>(), 8.9, 9.1);
        Assert.Equal((0.8, 1.0, 3.0), (row["processedRate"]!["value"]!.GetValue<double>(), row["answerOnTimeRate"]!["value"]!.GetValue<double>(), row["satisfaction"]!["value"]!.GetValue<double>()));
        Assert.Equal(["assigned", "submitted", "answered"], events["rows"].AsArray().Select(one => $"{one!["by"]!["event"]}"));
        Assert.Equal([10.0, 10.0], open["rows"].AsArray().Where(one => $"{one!["by"]!["status"]}" == "assigned").Select(one => one!["measures"]!["count"]!["value"]!.GetValue<double>()));
        Assert.Equal([Day(701), Day(700)], open["rows"].AsArray().Select(one => $"{one!["by"]!["day"]}"));
    }

    [Fact]
    public async Task All_that_is_wrong_with_a_question_is_said_at_once()
    {
        var answer = await (await city.Official("01.UBND", "coordinator")).Post("/v1/analytics/queries", new
        {
            from = Day(0), to = Day(3), measures = new[] { "reporter" }, dimensions = new[] { "phone" }, filters = new[] { new { field = "reporter", @is = new[] { "citizen-lan" } } }, limit = 1001,
        });

        Assert.Equal("validation-failed", answer.Is(400).ProblemType);
    }

    [Fact]
    public async Task The_catalogue_says_what_can_be_asked()
    {
        var catalogue = (await (await city.Official("01.UBND", "coordinator")).Get("/v1/analytics/catalogue", ("Accept-Language", "en"))).Is(200);

        Assert.Contains(catalogue["measures"].AsArray(), entry => $"{entry!["name"]}" == "answerHours");
        Assert.DoesNotContain("reporter", catalogue.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Units_are_compared_by_punctuality_and_everybody_sees_how_satisfied_people_are()
    {
        await PastReports.Add(city, 30, "noise", "00097", "40", "9000", "2");
        await PastReports.Add(city, 30, "noise", "00103", "40", "600", "5");

        var league = (await (await city.Official(City.Committee)).Get($"/v1/analytics/league?from={Day(41)}&to={Day(39)}&category=noise")).Is(200);
        var satisfaction = (await city.Anyone().Get("/v1/public/satisfaction?months=3")).Is(200);

        Assert.Equal(["01.00103.UBND", "01.00097.UBND"], league["units"].AsArray().Select(unit => $"{unit!["unit"]}").Where(unit => unit.Length > 0));
        Assert.Equal((1.0, 0.0), (league["units"][1]!["processedRate"]!.GetValue<double>(), league["units"][1]!["onTimeRate"]!.GetValue<double>()));
        Assert.Contains("đúng hạn", $"{league["method"]}", StringComparison.OrdinalIgnoreCase);
        Assert.Contains(satisfaction["units"].AsArray(), line => $"{line!["of"]}" == "01.00103.UBND" && line["average"]!.GetValue<double>() == 5 && line["ratings"]!.GetValue<int>() >= 30);
        Assert.Equal(400, (await city.Anyone().Get("/v1/public/satisfaction?months=2")).Status);
    }

    [Fact]
    public async Task What_to_expect_comes_from_answers_here_or_from_a_wider_area_which_is_said()
    {
        await PastReports.Add(city, 25, "construction", "00106", "20 + n % 30", "60 * n");
        var citizen = await city.Citizen();

        var here = (await citizen.Get("/v1/expected-times?category=construction&commune=00106")).Is(200);
        var elsewhere = (await citizen.Get("/v1/expected-times?category=construction&commune=00109")).Is(200);

        Assert.Equal(("categoryInCommune", 25, 12.0, 19.2), ($"{here["basis"]}", here["cases"].GetValue<int>(), here["halfWithinHours"].GetValue<double>(), here["mostWithinHours"].GetValue<double>()));
        Assert.Equal("categoryInProvince", $"{elsewhere["basis"]}");
        Assert.Equal(400, (await citizen.Get("/v1/expected-times?category=nothing&commune=00106")).Status);
        Assert.Equal(400, (await citizen.Get("/v1/expected-times?category=construction")).Status);
    }

    private static string Day(int ago) => Today.AddDays(-ago).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static double Count(Answer answer) => answer.Is(200)["rows"].AsArray().FirstOrDefault()?["measures"]!["count"]!["value"]!.GetValue<double>() ?? 0;
}
