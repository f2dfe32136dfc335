namespace Ecosystem.EndToEnd.Reports;

/// <summary>A report's whole course over HTTP, with what its reporter and the units are told.</summary>
public sealed class CourseTests(City city)
{
    private const string Office = City.Committee, Province = "01.UBND", Neighbours = "01.00070.UBND";

    [Fact]
    public async Task Both_sides_talk_in_one_thread_and_an_unhappy_citizen_gets_the_level_above()
    {
        var report = await Case.Submitted(city);
        (await report.By(Office, "acceptance")).Is(200);
        (await report.By(Office, "waiting", new { @for = "citizen", reason = "Xin cho biết số nhà gần nhất.", until = DateTimeOffset.UtcNow.AddDays(2) })).Is(200);
        (await report.Told("information", new { text = "Trước nhà số 12." })).Is(200);
        (await report.By(Office, "interim-answers", new { text = "Đang chờ vật tư thay thế.", promised = DateTimeOffset.UtcNow.AddDays(5) })).Is(200);
        (await report.By(Office, "answer", new { answer = "Đèn đã được thay trong buổi sáng." })).Is(200);
        (await report.Told("rating", new { rating = 1, comment = "Đèn vẫn tắt.", reasons = new[] { "notSolved" } })).Is(200);

        var shown = await report.Shown();
        Assert.Equal(("assigned", Province), (Case.Text(shown, "status"), Case.Text(shown, "unit")));
        Assert.Equal(["waiting", "information", "interim", "answer", "reopening"], shown["thread"]!.AsArray().Select(entry => Case.Text(entry!, "kind")));
        Assert.Equal("Trước nhà số 12.", Case.Text(shown["thread"]!.AsArray()[1]!, "text"));
        Assert.Equal(404, (await report.By(Office, "acceptance")).Status);
        await report.Heard("report-received", "information-asked", "report-delayed", "report-answered", "report-reopened");
    }

    [Fact]
    public async Task What_the_state_does_not_allow_is_refused_with_what_it_does_allow()
    {
        var report = await Case.Submitted(city);

        var refused = (await report.By(Office, "answer", new { answer = "Quá sớm để trả lời." })).Is(409);

        Assert.Equal("illegal-report-transition", refused.ProblemType);
        Assert.Contains("acceptance", refused["allowed"].AsArray().Select(step => step!.GetValue<string>()));
        Assert.Equal(["acceptance", "return", "transfer", "rejection", "merge", "split"], (await report.Shown())["nextSteps"]!.AsArray().Select(step => step!.GetValue<string>()));
    }

    [Fact]
    public async Task Of_two_who_accept_at_once_both_hear_yes_and_it_happens_once()
    {
        var report = await Case.Submitted(city);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => report.By(Office, "acceptance")));
        var ratings = await Rated(report);

        Assert.All(answers, answer => answer.Is(200));
        Assert.Equal(1, await city.Count("feedback", "select count(*) from mt_events where stream_id = $1 and type = 'report_accepted'", Guid.Parse(report.Id)));
        Assert.Single(ratings, answer => answer.Status == 200);
        Assert.Equal(1, await city.Count("feedback", "select count(*) from mt_events where stream_id = $1 and type = 'report_rated'", Guid.Parse(report.Id)));
    }

    [Fact]
    public async Task Handed_to_and_fro_it_comes_to_the_coordinating_unit_the_third_time()
    {
        var report = await Case.Submitted(city);

        (await report.By(Office, "transfer", new { unit = Neighbours, reason = "Thuộc địa bàn phường bạn." })).Is(200);
        (await report.By(Neighbours, "transfer", new { unit = Office, reason = "Không thuộc địa bàn chúng tôi." })).Is(200);
        (await report.By(Office, "transfer", new { unit = Neighbours, reason = "Đề nghị kiểm tra lại." })).Is(200);

        Assert.Equal(Province, Case.Text(await report.Shown(), "unit"));
        Assert.Empty((await report.Shown())["thread"]!.AsArray());
        var coordinator = await city.Official(Province, "coordinator");
        Assert.Equal(3, (await coordinator.Get(report.Path)).Is(200)["thread"].AsArray().Count);
        await Eventually.Holds(async () => (await coordinator.Get("/v1/inbox?limit=200")).Is(200).Text.Contains(report.Code, StringComparison.Ordinal), "the coordinating unit is told");
    }

    [Fact]
    public async Task A_unit_that_does_not_exist_gets_nothing()
    {
        var report = await Case.Submitted(city);

        Assert.Equal("unknown-unit", (await report.By(Office, "transfer", new { unit = "01.99999.UBND", reason = "Thuộc địa bàn phường bạn." })).Is(422).ProblemType);
        Assert.Equal(400, (await report.By(Office, "transfer", new { unit = "nobody", reason = "Thuộc địa bàn phường bạn." })).Status);
        Assert.Equal(Office, Case.Text(await report.Shown(), "unit"));
    }

    [Fact]
    public async Task A_refusal_is_told_and_appealed_once()
    {
        var report = await Case.Submitted(city);
        (await report.By(Office, "rejection", new { reason = "notAReport", note = "Nội dung không phải là phản ánh hiện trường." })).Is(200);

        (await report.Told("appeal", new { reason = "Đây là sự cố có thật." })).Is(200);

        Assert.Equal(("assigned", Province), (await report.Status(), Case.Text(await report.Shown(), "unit")));
        Assert.Equal(409, (await report.Told("appeal", new { reason = "Đây là sự cố có thật." })).Status);
        await report.Heard("report-received", "report-rejected", "report-reopened");
    }

    private static async Task<Answer[]> Rated(Case report)
    {
        (await report.By(Office, "answer", new { answer = "Đèn đã được thay trong buổi sáng." })).Is(200);
        return await Task.WhenAll(Enumerable.Range(3, 3).Select(rating => report.Told("rating", new { rating })));
    }
}
