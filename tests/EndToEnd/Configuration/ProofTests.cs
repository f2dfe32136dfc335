using Ecosystem.EndToEnd.Attachments;
using Ecosystem.EndToEnd.Desk;

namespace Ecosystem.EndToEnd.Configuration;

/// <summary>What the coordinating unit asks of an answer, and offers for it, is what units meet when they answer.</summary>
public sealed class ProofTests(City city)
{
    private const string Said = "Đã thay bóng đèn mới tại cột số 12.";

    [Fact]
    public async Task An_answer_is_refused_until_all_proof_is_there_and_only_a_photo_from_after_the_acceptance_counts()
    {
        var (category, citizen, unit) = (await ProofCategory.Make(city, "note", "photoAfter", "cost"), await city.Citizen(), await city.Official(City.Committee));
        var id = await ProofCategory.Reported(citizen, category);
        async Task<Answer> Answer(object body) => await unit.Post($"/v1/reports/{id}/answer", body);
        await Attach(unit, id);    // too early: nobody has begun
        (await unit.Post($"/v1/reports/{id}/acceptance", null)).Is(200);
        await Attach(citizen, id);

        var all = (await Answer(new { answer = Said })).Is(422);
        var before = (await unit.Get($"/v1/reports/{id}")).Is(200);
        (await Answer(new { answer = Said, note = "ngắn", cost = -1 })).Is(400);
        var photo = (await Answer(new { answer = Said, note = "Thay bóng LED 80 W, đo lại độ sáng.", cost = 350_000 })).Is(422);
        await Attach(unit, id);
        var two = (await Answer(new { answer = Said })).Is(422);
        (await Answer(new { answer = Said, note = "Thay bóng LED 80 W, đo lại độ sáng.", cost = 350_000 })).Is(200);
        (await Answer(new { answer = Said, note = "Thay bóng LED 80 W, đo lại độ sáng.", cost = 350_000 })).Is(200);

        Assert.Equal(("proof-missing", "note photoAfter cost", "photoAfter", "note cost"), (all.ProblemType, Allowed(all), Allowed(photo), Allowed(two)));
        Assert.Equal("note:false photoAfter:false cost:false", Proof(before));
        var shown = (await citizen.Get($"/v1/reports/{id}")).Is(200);
        Assert.Equal(("answered", "note:true photoAfter:true cost:true", "Thay bóng LED 80 W, đo lại độ sáng.", 350_000), ($"{shown["status"]}", Proof(shown), $"{shown["workNote"]}", shown["workCost"].GetValue<int>()));
        Assert.Equal(1, await city.Count("feedback", "select count(*) from mt_events where type = 'report_answered' and stream_id = $1", Guid.Parse(id)));
        Assert.Equal(0, await city.Count("feedback", "select count(*) from mt_events where data::text like '%Thay bóng LED%'"));
    }

    [Fact]
    public async Task The_desk_says_what_is_required_and_offers_the_templates_in_force()
    {
        var (coordinator, code) = (await city.Official("01.UBND", "coordinator"), $"lamps-{Guid.NewGuid():N}"[..20]);
        var category = await ProofCategory.Make(city, "note", "cost");
        object Template(string text) => new { decision = "21/QĐ", definition = new { vietnamese = "Đã thay đèn", english = "Lamp replaced", vietnameseText = text, englishText = "The lamp of {code} is replaced.", categories = new[] { category } } };
        var wrong = (await coordinator.Put($"/v1/answer-templates/{code}", Template("Kính gửi {name}, mã { code."))).Is(400);
        (await (await city.Official(City.Committee, "coordinator")).Put($"/v1/answer-templates/{code}", Template("Đèn của phản ánh {code} đã được thay."))).Is(403);
        (await coordinator.Put($"/v1/answer-templates/{code}", Template("Đèn của phản ánh {code} ({category}) đã được thay. Cảm ơn."))).Is(200);
        var (id, unit) = (await ProofCategory.Reported(await city.Citizen(), category), await city.Official(City.Committee));
        (await unit.Post($"/v1/reports/{id}/acceptance", null)).Is(200);
        var tracking = $"{(await unit.Get($"/v1/reports/{id}")).Is(200)["code"]}";
        await Eventually.Holds(async () => Codes(await unit.Get($"/v1/answer-templates?category={category}&state=answered")).Contains(code), "the template at the units");
        using var browser = await Browser.SignedIn(city, City.Committee);
        await Eventually.Holds(async () => (await browser.Get($"/desk/reports/{id}?template={code}")).Has($"Đèn của phản ánh {tracking} (Đèn thử nghiệm) đã được thay"), "the template on the desk");

        var page = await browser.Get($"/desk/reports/{id}");
        var refused = await browser.Step(id, page, "answer", ("answer", Said), ("note", "Đã thay bóng tại cột số 12."));
        var done = await browser.Step(id, page, "answer", ("answer", Said), ("note", "Đã thay bóng tại cột số 12."), ("cost:number", "120000"));

        Assert.Equal("definition.vietnameseText", string.Join(' ', wrong["errors"].AsObject().Select(error => error.Key)));
        Assert.Contains("{name}", wrong.Text, StringComparison.Ordinal);
        Assert.True(page.Has("Lĩnh vực này yêu cầu") && page.Has("ghi chú việc đã làm, chi phí") && page.Has("name=\"cost:number\""), page.Text);
        Assert.True(refused.Status == 422 && refused.Has("minh chứng còn thiếu") && refused.Has(Said), refused.Text);
        Assert.Equal(303, done.Status);
        Assert.DoesNotContain(code, Codes(await unit.Get("/v1/answer-templates?category=trees")));
        (await coordinator.Post($"/v1/answer-templates/{code}/closure", new { decision = "22/QĐ" })).Is(200);
        await Eventually.Holds(async () => !Codes(await unit.Get($"/v1/answer-templates?category={category}")).Contains(code), "the list without it");
        Assert.Equal(["21/QĐ", "22/QĐ"], (await coordinator.Get($"/v1/answer-templates/{code}")).Is(200)["versions"].AsArray().Select(version => $"{version!["decision"]}"));
        (await (await city.Citizen()).Get("/v1/answer-templates")).Is(403);
    }

    private static string Allowed(Answer refused) => string.Join(' ', refused["allowed"].AsArray().Select(kind => $"{kind}"));

    private static string Proof(Answer report) => string.Join(' ', report["proof"].AsArray().Select(proof => $"{proof!["kind"]}:{proof["isThere"]!.GetValue<bool>()}")).Replace("True", "true", StringComparison.Ordinal).Replace("False", "false", StringComparison.Ordinal);

    private static IEnumerable<string> Codes(Answer list) => list.Is(200)["items"].AsArray().Select(template => $"{template!["code"]}");

    private static async Task Attach(Api by, string id) => (await by.Send(HttpMethod.Post, $"/v1/reports/{id}/attachments", PhotoDesk.Form(PhotoDesk.Photo()), [])).Is(201);
}
