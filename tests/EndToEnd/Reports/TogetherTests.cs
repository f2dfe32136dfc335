namespace Ecosystem.EndToEnd.Reports;

/// <summary>Duplicates across units, parts of one report, and reporters who stay unknown.</summary>
public sealed class TogetherTests(City city)
{
    private const string Office = City.Committee, Neighbours = "01.00070.UBND", Front = City.Front;

    [Fact]
    public async Task Both_reporters_get_the_answer_the_second_under_the_originals_number()
    {
        var (original, duplicate) = (await Case.Submitted(city), await Case.Submitted(city, "00070"));
        (await original.By(Office, "acceptance")).Is(200);
        (await duplicate.By(Neighbours, "merge", new { original = original.Id })).Is(200);
        await Eventually.Holds(async () => (await original.Shown())["duplicates"]!.AsArray().Count == 1, "the original knows its duplicate");

        (await original.By(Office, "answer", new { answer = "Đèn đã được thay trong buổi sáng." })).Is(200);

        await Eventually.Holds(async () => await duplicate.Status() == "answered", "the duplicate is answered");
        Assert.Equal("Đèn đã được thay trong buổi sáng.", Case.Text(await duplicate.Shown(), "answer"));
        await duplicate.Heard("report-received", "report-merged", "report-answered");
        Assert.Contains(original.Code, (await duplicate.Reporter.Get("/v1/inbox")).Text, StringComparison.Ordinal);
        (await duplicate.Told("rating", new { rating = 5 })).Is(200);
    }

    [Fact]
    public async Task Undone_a_merge_leaves_two_reports_with_their_histories()
    {
        var (original, duplicate) = (await Case.Submitted(city), await Case.Submitted(city));
        (await duplicate.By(Office, "merge", new { original = original.Id })).Is(200);
        await Eventually.Holds(async () => (await original.Shown())["duplicates"]!.AsArray().Count == 1, "the original knows its duplicate");

        (await duplicate.By(Office, "separation")).Is(200);

        await Eventually.Holds(async () => (await original.Shown())["duplicates"]!.AsArray().Count == 0, "the original has let it go");
        Assert.Equal("assigned", await duplicate.Status());
        Assert.Contains("report_merged", (await duplicate.Reporter.Get($"{duplicate.Path}/history")).Is(200).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_that_are_merged_into_each_other_at_once_do_not_both_vanish()
    {
        var (a, b) = (await Case.Submitted(city), await Case.Submitted(city));

        await Task.WhenAll(a.By(Office, "merge", new { original = b.Id }), b.By(Office, "merge", new { original = a.Id }));

        await Eventually.Holds(async () => (await a.Status(), await b.Status()) is not ("duplicate", "duplicate"), "one of them at least goes on");
        Assert.Contains((await a.By(Office, "merge", new { original = a.Id })).Status, (int[])[409, 422]);
    }

    [Fact]
    public async Task The_whole_is_answered_when_every_unit_has_done_its_part()
    {
        var report = await Case.Submitted(city);
        (await report.By(Office, "acceptance")).Is(200);
        (await report.By(Office, "split", new { units = new[] { Neighbours, Front } })).Is(200);
        Assert.Equal("parts-open", (await report.By(Office, "answer", new { answer = "Chưa thể trả lời lúc này." })).Is(409).ProblemType);

        var parts = (await report.Shown())["parts"]!.AsArray().Select(part => (Id: Case.Text(part!, "id"), Unit: Case.Text(part!, "unit"))).ToList();
        foreach (var (id, unit) in parts) await Done(report with { Id = id }, unit);

        await Eventually.Holds(async () => (await report.Shown())["parts"]!.AsArray().All(part => part!["isDone"]!.GetValue<bool>()), "all parts are done");
        (await report.By(Office, "answer", new { answer = "Tất cả các phần việc đã hoàn thành." })).Is(200);
    }

    [Fact]
    public async Task Who_reports_in_confidence_stays_unknown_but_for_a_purpose_that_is_kept()
    {
        var report = await Case.Submitted(city, body: new { category = "urban-order", text = "Có hành vi lấn chiếm vỉa hè thường xuyên.", commune = City.CuaNam, confidential = true, contact = new { phone = "0912345678" } });
        var (office, coordinator) = (await city.Official(Office, "officer"), await city.Official("01.UBND", "coordinator"));

        Assert.DoesNotContain("912345678", (await office.Get(report.Path)).Is(200).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("912345678", (await coordinator.Get(report.Path)).Is(200).Text, StringComparison.Ordinal);
        Assert.Equal(403, (await office.Post($"{report.Path}/identity-openings", new { purpose = "Xác minh nội dung phản ánh" })).Status);
        var opened = (await coordinator.Post($"{report.Path}/identity-openings", new { purpose = "Xác minh nội dung phản ánh" })).Is(200);

        Assert.Equal((report.Reporter.Subject, "+84912345678"), (opened["reporter"].GetValue<string>(), opened["contact"]["phone"]!.GetValue<string>()));
        Assert.Contains("identity_opened", (await report.Reporter.Get($"{report.Path}/history")).Is(200).Text, StringComparison.Ordinal);
    }

    private static async Task Done(Case part, string unit)
    {
        await Eventually.Holds(async () => (await part.By(unit, "acceptance")).Status == 200, $"the part of {unit} is there");
        (await part.By(unit, "answer", new { answer = "Phần việc của đơn vị đã xong." })).Is(200);
    }
}
