using Ecosystem.Local;

namespace Ecosystem.EndToEnd.Feedback;

/// <summary>Anybody can check, with a script and the published roots, that nothing in a report was changed.</summary>
public sealed class ProofTests(City city)
{
    [Fact]
    public async Task Altering_one_event_in_the_store_breaks_the_proof()
    {
        var citizen = await city.Citizen();
        var report = await AnsweredYesterday(citizen);
        await Eventually.Holds(async () => (await citizen.Get($"/v1/reports/{report}/proof")).Is(200)["events"].AsArray().All(stored => stored!["anchor"] is not null), "the day is anchored", TimeSpan.FromSeconds(60));

        var assigned = (await citizen.Get($"/v1/reports/{report}/proof")).Is(200)["events"].AsArray().Single(stored => $"{stored!["type"]}" == "report_assigned")!["number"]!.GetValue<long>();
        var (honest, said) = await Verify(citizen, report);
        Assert.True(honest == 0, said);
        Assert.Matches(@"(\d+) events, \1 of them anchored", said);
        Assert.Equal(1, await Change(report, """data || '{"unit": "01.00070.UBND"}'"""));
        var (altered, complaint) = await Verify(citizen, report);

        Assert.NotEqual(0, altered);
        Assert.Contains($"FAIL event {assigned} stands under the root", complaint, StringComparison.Ordinal);
        Assert.Contains("ok   event 1 stands under the root", complaint, StringComparison.Ordinal);
        Assert.Equal(1, await Change(report, $$"""data || '{"unit": "{{City.Committee}}"}'"""));
        Assert.Equal(0, (await Verify(citizen, report)).Status);
    }

    [Fact]
    public async Task A_proof_is_for_those_who_may_read_the_report_and_a_root_for_all()
    {
        var citizen = await city.Citizen();
        var report = (await citizen.Post("/v1/reports", Bodies.Report())).Is(201).Id;

        Assert.Null((await citizen.Get($"/v1/reports/{report}/proof")).Is(200)["events"][0]!["anchor"]);
        (await (await city.Citizen()).Get($"/v1/reports/{report}/proof")).Is(404);
        (await city.Anyone().Get("/v1/anchors/2001-01-01")).Is(404);
        (await city.Anyone().Get("/v1/anchors/yesterday")).Is(400);
    }

    /// <summary>The store's clock cannot be turned back, but what it has written can be told to be older before it is anchored.</summary>
    private async Task<string> AnsweredYesterday(Api citizen)
    {
        var unit = await city.Official(City.Committee);
        var report = (await citizen.Post("/v1/reports", Bodies.Report())).Is(201).Id;
        (await unit.Post($"/v1/reports/{report}/acceptance", null)).Is(200);
        (await unit.Post($"/v1/reports/{report}/answer", new { answer = "Đã thay bóng đèn mới." })).Is(200);
        const string Move = "with moved as (update mt_events set timestamp = timestamp - interval '1 day' where stream_id = $1 or seq_id = (select min(seq_id) from mt_events) returning 1) select count(*) from moved";
        Assert.InRange(await city.Count("feedback", Move, Guid.Parse(report)), 5, 11);    // and the log began yesterday
        return report;
    }

    private Task<long> Change(string report, string data) =>
        city.Count("feedback", $"with changed as (update mt_events set data = {data} where stream_id = $1 and type = 'report_assigned' returning 1) select count(*) from changed", Guid.Parse(report));

    private async Task<(int Status, string Said)> Verify(Api citizen, string report)
    {
        var file = Path.Combine(Workspace.OfTests.Directory, $"proof-{report}.json");
        await File.WriteAllTextAsync(file, (await citizen.Get($"/v1/reports/{report}/proof")).Is(200).Text);
        return await new Command("node", Repository.File("deploy", "verify-report-proof.mjs"), file, city.Processes.Gateway.GetLeftPart(UriPartial.Authority)).Try(CancellationToken.None);
    }
}
