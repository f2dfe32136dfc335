namespace Ecosystem.EndToEnd.Channels;

/// <summary>What a household tells a visiting team is a report in Feedback, once.</summary>
public sealed class VisitTests(City city)
{
    [Fact]
    public async Task A_households_concern_is_one_report_of_the_unit_in_charge_however_often_it_is_told()
    {
        var (front, unit) = (await city.Official(City.Front), await city.Official(City.Committee));
        var (campaign, team) = await Campaign(front);
        var key = ("Idempotency-Key", $"{Guid.NewGuid()}");
        var before = DateTimeOffset.UtcNow.AddSeconds(-5);

        var visit = (await front.Post($"/v1/campaigns/{campaign}/visits", Visit(team, "tree-pruning", "urgent"), key)).Is(201).Id;
        (await front.Post($"/v1/campaigns/{campaign}/visits", Visit(team, "tree-pruning", "urgent"), key)).Is(422);    // another time in the body
        var report = await ReportOf(visit, unit);
        (await (await city.Operator()).Post("/v1/operations/campaigns/relay/rewind", new { time = before })).Is(200);
        var later = (await front.Post($"/v1/campaigns/{campaign}/visits", Visit(team, "a-code-of-2031", "normal"))).Is(201).Id;
        var (second, seen, intake) = (await ReportOf(later, unit), (await unit.Get($"/v1/reports/{report}")).Is(200), (await unit.Get($"/v1/reports/{report}/intake")).Is(200));

        Assert.Equal(("visit", "tree-pruning", City.CuaNam, City.Committee, "urgent", "assigned"), ($"{seen["source"]}", $"{seen["category"]}", $"{seen["commune"]}", $"{seen["unit"]}", $"{seen["severity"]}", $"{seen["status"]}"));
        Assert.Contains("Cần cắt tỉa", $"{seen["text"]}", StringComparison.Ordinal);
        Assert.Equal((visit, campaign), ($"{intake["visit"]}", $"{intake["campaign"]}"));
        Assert.Equal(1, await city.Count("feedback", "select count(*) from mt_events where type = 'report_submitted' and stream_id = $1", Guid.Parse(report)));
        Assert.Equal(("other", "normal"), ($"{(await unit.Get($"/v1/reports/{second}")).Is(200)["category"]}", $"{(await unit.Get($"/v1/reports/{second}")).Is(200)["severity"]}"));
        Assert.Equal("tree-pruning", $"{(await front.Get($"/v1/campaigns/{campaign}/visits/{visit}")).Is(200)["concern"]!["category"]}");
    }

    [Fact]
    public async Task Words_are_no_category_and_a_household_that_nobody_met_has_told_of_nothing()
    {
        var front = await city.Official(City.Front);
        var (campaign, team) = await Campaign(front);
        Task<Answer> Record(object visit) => front.Post($"/v1/campaigns/{campaign}/visits", visit);

        (await Record(Visit(team, "bà Lan ở số 12", "urgent"))).Is(400);
        (await Record(Visit(team, "trees", "very"))).Is(400);
        Assert.Equal("nobody-met", (await Record(new { team, household = "H-13", outcome = "absent", visitedAt = DateTimeOffset.UtcNow, concern = new { category = "trees" } })).Is(400).ProblemType);
    }

    private static object Visit(string team, string category, string urgency) =>
        new { team, household = "H-12", outcome = "visited", visitedAt = DateTimeOffset.UtcNow, concern = new { category, urgency } };

    private static async Task<(string Campaign, string Team)> Campaign(Api front)
    {
        var campaign = (await front.Post("/v1/campaigns", Bodies.Campaign())).Is(201).Id;
        var team = (await front.Post($"/v1/campaigns/{campaign}/teams", Bodies.Team("TDP 4"))).Is(201).Id;
        (await front.Post($"/v1/campaigns/{campaign}/launch", null)).Is(200);
        return (campaign, team);
    }

    /// <summary>The report that names this visit, once it is there.</summary>
    private async Task<string> ReportOf(string visit, Api unit)
    {
        var id = $"{Ecosystem.EventSourcing.NamedId.Of(Guid.Parse(visit), "report")}";
        await Eventually.Holds(async () => (await unit.Get($"/v1/reports/{id}")).Status == 200, $"the visit {visit} is a report");
        return id;
    }
}
