using Ecosystem.EndToEnd.Attachments;
using Ecosystem.EndToEnd.Reports;

namespace Ecosystem.EndToEnd.Feedback;

/// <summary>A person's rights over the own data, as the person and the coordinating unit see them.</summary>
public sealed class DataRequestTests(City city)
{
    private static readonly object Consented = new { category = "lighting", text = "Đèn đường trước cổng trường bị hỏng.", commune = City.CuaNam, consent = new { textVersion = "2026-01", how = "screen" } };

    [Fact]
    public async Task Everything_that_is_kept_about_a_person_is_given_to_that_person()
    {
        var citizen = await city.Citizen();
        var report = (await citizen.Post("/v1/reports", Consented)).Is(201).Id;
        var request = (await citizen.Post("/v1/me/data-requests", new { kind = "correct", province = "01", details = "Số điện thoại sai." })).Is(201).Id;

        var export = (await citizen.Get("/v1/me/personal-data")).Is(200);

        Assert.Equal("Đèn đường trước cổng trường bị hỏng.", export["reports"][0]!["text"]!.GetValue<string>());
        Assert.Equal((report, "2026-01", "screen"), (export["consents"][0]!["report"]!.GetValue<string>(), export["consents"][0]!["textVersion"]!.GetValue<string>(), export["consents"][0]!["how"]!.GetValue<string>()));
        Assert.Equal((request, "Số điện thoại sai."), (export["requests"][0]!["id"]!.GetValue<string>(), export["requests"][0]!["details"]!.GetValue<string>()));
        Assert.Empty((await (await city.Citizen()).Get("/v1/me/personal-data")).Is(200)["reports"].AsArray());
    }

    [Fact]
    public async Task A_granted_deletion_destroys_the_words_and_keeps_the_facts()
    {
        var (citizen, coordinator, unit) = (await city.Citizen(), await city.Official("01.UBND", "coordinator"), await city.Official(City.Committee));
        var report = (await citizen.Post("/v1/reports", Consented)).Is(201).Id;
        var request = await Asked(citizen, "delete");
        Assert.Contains(request, (await coordinator.Get("/v1/data-requests")).Is(200).Text, StringComparison.Ordinal);

        (await coordinator.Post($"/v1/data-requests/{request}/acknowledgement", new { withOthers = true })).Is(200);
        (await coordinator.Post($"/v1/data-requests/{request}/extension", new { days = 5, reason = "Cần xác minh thêm." })).Is(200);
        Assert.Equal("data-refusal-needs-reason", (await coordinator.Post($"/v1/data-requests/{request}/decision", new { granted = false })).Is(422).ProblemType);
        (await coordinator.Post($"/v1/data-requests/{request}/decision", new { granted = true })).Is(200);
        (await coordinator.Post($"/v1/data-requests/{request}/decision", new { granted = true })).Is(200);

        Assert.Equal("granted", (await citizen.Get("/v1/me/data-requests")).Is(200)["items"][0]!["state"]!.GetValue<string>());
        Assert.Equal(0, await city.Count("feedback", "select count(*) from personal_keys where subject = $1", citizen.Subject));
        await Eventually.Holds(async () => (await unit.Get($"/v1/reports/{report}")).Is(200).Json["text"] is null, "the words are gone in all instances", TimeSpan.FromSeconds(70));
        Assert.DoesNotContain(request, (await coordinator.Get("/v1/data-requests")).Is(200).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restricted_words_are_kept_and_not_read_until_the_person_allows_it_again()
    {
        var (citizen, coordinator, unit) = (await city.Citizen(), await city.Official("01.UBND", "coordinator"), await city.Official(City.Committee));
        var report = (await citizen.Post("/v1/reports", Consented)).Is(201).Id;
        (await coordinator.Post($"/v1/data-requests/{await Asked(citizen, "restrict")}/decision", new { granted = true })).Is(200);

        Assert.Null((await unit.Get($"/v1/reports/{report}")).Is(200).Json["text"]);
        Assert.NotNull((await citizen.Get($"/v1/reports/{report}")).Is(200).Json["text"]);
        await citizen.Send(HttpMethod.Delete, "/v1/me/restriction", null, []);
        Assert.NotNull((await unit.Get($"/v1/reports/{report}")).Is(200).Json["text"]);
    }

    [Fact]
    public async Task Restricted_words_are_nowhere_else_either()
    {
        var (desk, coordinator, anybody) = (await PhotoDesk.Of(city), await city.Official("01.UBND", "coordinator"), city.Anyone());
        var (path, tracking) = ($"/v1/reports/{desk.Report}", $"/v1/tracking/{(await desk.Citizen.Get($"/v1/reports/{desk.Report}")).Is(200)["code"]}/content");
        (await desk.Attach(desk.Citizen, PhotoDesk.Photo())).Is(201);
        (await desk.Unit.Post($"{path}/acceptance", null)).Is(200);
        Assert.NotNull((await anybody.Get(tracking)).Is(200).Json["text"]);
        Assert.Single((await desk.Unit.Get(desk.Path)).Is(200)["items"].AsArray());
        (await coordinator.Post($"/v1/data-requests/{await Asked(desk.Citizen, "restrict")}/decision", new { granted = true })).Is(200);

        var content = (await anybody.Get(tracking)).Is(200);
        Assert.Null(content.Json["text"]);
        Assert.Empty(content["photos"].AsArray());
        Assert.Empty((await desk.Unit.Get(desk.Path)).Is(200)["items"].AsArray());
        Assert.Single((await desk.Citizen.Get(desk.Path)).Is(200)["items"].AsArray());
        Assert.Equal("processing-restricted", (await coordinator.Post($"{path}/identity-openings", new { purpose = "Xác minh nội dung phản ánh" })).Is(409).ProblemType);
        Assert.DoesNotContain("identity_opened", (await desk.Citizen.Get($"{path}/history")).Is(200).Text, StringComparison.Ordinal);
        var shown = (await desk.Unit.Get(path)).Is(200);
        Assert.All(["title", "text", "answers", "place", "contact", "answer", "comment"], member => Assert.Null(shown.Json[member]));

        (await desk.Citizen.Send(HttpMethod.Delete, "/v1/me/restriction", null, [])).Is(204);
        Assert.NotNull((await anybody.Get(tracking)).Is(200).Json["text"]);
    }

    [Fact]
    public async Task The_answer_of_a_restricted_report_does_not_go_to_whoever_reported_the_same()
    {
        var (original, duplicate, coordinator) = (await Case.Submitted(city), await Case.Submitted(city), await city.Official("01.UBND", "coordinator"));
        (await original.By(City.Committee, "acceptance")).Is(200);
        (await duplicate.By(City.Committee, "merge", new { original = original.Id })).Is(200);
        await Eventually.Holds(async () => (await original.Shown())["duplicates"]!.AsArray().Count == 1, "the original knows its duplicate");
        (await coordinator.Post($"/v1/data-requests/{await Asked(original.Reporter, "restrict")}/decision", new { granted = true })).Is(200);

        (await original.By(City.Committee, "answer", new { answer = "Chị Lan, số nhà 12, đã được trả lời." })).Is(200);

        await Eventually.Holds(async () => await duplicate.Status() == "answered", "the duplicate is answered");
        Assert.Equal("Vụ việc đã được xử lý.", $"{(await duplicate.Shown())["answer"]}");
    }

    [Fact]
    public async Task A_refusal_tells_the_laws_reason_and_nobody_else_decides_or_sees()
    {
        var (citizen, coordinator) = (await city.Citizen(), await city.Official("01.UBND", "coordinator"));
        var request = await Asked(citizen, "object");

        (await (await city.Official(City.Committee, "coordinator")).Post($"/v1/data-requests/{request}/decision", new { granted = true })).Is(403);
        (await (await city.Official("31.UBND", "coordinator")).Post($"/v1/data-requests/{request}/decision", new { granted = true })).Is(404);
        (await coordinator.Post($"/v1/data-requests/{request}/decision", new { granted = false, refusal = "stateManagement", note = "Thuộc hoạt động quản lý nhà nước." })).Is(200);

        var own = (await citizen.Get("/v1/me/data-requests")).Is(200)["items"][0]!;
        Assert.Equal(("refused", "stateManagement", "Thuộc hoạt động quản lý nhà nước."), (own["state"]!.GetValue<string>(), own["refusal"]!.GetValue<string>(), own["note"]!.GetValue<string>()));
        Assert.Empty((await (await city.Citizen()).Get("/v1/me/data-requests")).Is(200)["items"].AsArray());
        (await citizen.Post("/v1/me/data-requests", new { kind = "correct", province = "01" })).Is(400);
    }

    private static async Task<string> Asked(Api citizen, string kind) => (await citizen.Post("/v1/me/data-requests", new { kind, province = "01" })).Is(201).Id;
}
