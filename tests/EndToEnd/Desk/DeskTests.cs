using static Ecosystem.EndToEnd.City;

namespace Ecosystem.EndToEnd.Desk;

/// <summary>An official works through pages alone; what the API shows afterwards is what the forms did.</summary>
public sealed class DeskTests(City city)
{
    [Fact]
    public async Task A_report_is_accepted_begun_and_answered_through_forms()
    {
        var (id, code, citizen) = await Reported();
        using var browser = await Browser.SignedIn(city, Committee);
        var page = (await browser.Get($"/desk/reports/{id}")).Is(200);
        Assert.True(page.Has(code) && page.Has("Tiếp nhận") && !page.Has("answer-answer"));

        Assert.Equal($"/desk/reports/{id}", (await browser.Step(id, page, "acceptance")).Is(303).Location);
        (await browser.Step(id, page, "acceptance")).Is(303);
        page = await browser.Get($"/desk/reports/{id}");
        (await browser.Step(id, page, "start")).Is(303);
        page = await browser.Get($"/desk/reports/{id}?template=done");
        Assert.True(page.Has($"Phản ánh mã {code} đã được"));
        (await browser.Step(id, page, "answer", ("answer", "Đã thay bóng đèn.\r\nCảm ơn ông/bà."))).Is(303);

        var report = (await citizen.Get($"/v1/reports/{id}")).Is(200);
        Assert.Equal(("answered", "Đã thay bóng đèn.\nCảm ơn ông/bà."), (report["status"].ToString(), report["answer"].ToString()));
        Assert.True((await browser.Get($"/theo-doi/{code}")).Has("Đã trả lời"));
    }

    [Fact]
    public async Task A_refused_form_comes_back_with_the_reason_and_what_was_typed()
    {
        var (id, _, _) = await Reported();
        using var browser = await Browser.SignedIn(city, Committee);

        var page = await browser.Get($"/desk/reports/{id}");
        var refused = (await browser.Step(id, page, "rejection", ("reason", "offensive"), ("note", "ngắn"))).Is(400);
        Assert.True(refused.Has("Phải có từ 10 đến 1000 ký tự") && refused.Has(">ngắn</textarea>") && refused.Has("role=\"alert\""), refused.Text);

        var early = (await browser.Step(id, refused, "answer", ("answer", "Chưa tiếp nhận mà đã trả lời."))).Is(409);
        Assert.True(early.Has("Trạng thái của phản ánh không cho phép"), early.Text);
    }

    [Fact]
    public async Task Transfer_waiting_merging_and_splitting_work_through_forms()
    {
        using var browser = await Browser.SignedIn(city, "01.UBND");
        var (first, _, citizen) = await Reported();
        var (second, _, _) = await Reported();
        var (third, _, _) = await Reported();

        (await browser.Step(second, await browser.Get($"/desk/reports/{second}"), "merge", ("original", first))).Is(303);
        (await browser.Step(third, await browser.Get($"/desk/reports/{third}"), "split", ("units:list", "01.00070.UBND 01.00091.UBND"))).Is(303);
        (await browser.Step(first, await browser.Get($"/desk/reports/{first}"), "acceptance")).Is(303);
        var until = DateTime.UtcNow.AddDays(3).ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture);
        (await browser.Step(first, await browser.Get($"/desk/reports/{first}"), "waiting", ("for", "thirdParty"), ("reason", "Chờ điện lực cắt điện."), ("until:time", until))).Is(303);
        Assert.Equal("waiting", (await citizen.Get($"/v1/reports/{first}"))["status"].ToString());
        (await browser.Step(first, await browser.Get($"/desk/reports/{first}"), "transfer", ("unit", "01.00070.UBND"), ("reason", "Thuộc địa bàn phường bên."))).Is(303);

        Assert.Equal("01.00070.UBND", (await citizen.Get($"/v1/reports/{first}"))["unit"].ToString());
        Assert.True((await browser.Get($"/desk/reports/{second}")).Has("Bỏ gộp"));
        Assert.True((await browser.Get($"/desk/reports/{third}")).Has("01.00091.UBND"));
    }

    [Fact]
    public async Task An_interim_answer_is_given_through_a_form_with_its_limits()
    {
        var (id, _, citizen) = await Reported();
        using var browser = await Browser.SignedIn(city, Committee);
        (await browser.Step(id, await browser.Get($"/desk/reports/{id}"), "acceptance")).Is(303);
        var (soon, late) = (Local(TimeSpan.FromDays(20)), Local(TimeSpan.FromDays(61)));

        var page = (await browser.Get($"/desk/reports/{id}")).Is(200);
        Assert.True(page.Has("name=\"promised:time\""));
        var refused = (await browser.Step(id, page, "interim-answers", ("text", "Đang chờ vật tư về kho."), ("promised:time", late))).Is(422);
        Assert.True(refused.Has(">Đang chờ vật tư về kho.</textarea>") && refused.Has($"value=\"{late}\"") && refused.Has("role=\"alert\""), refused.Text);
        (await browser.Step(id, page, "interim-answers", ("text", "Đang chờ vật tư về kho."))).Is(400);
        (await browser.Step(id, page, "interim-answers", ("text", "Đang chờ vật tư về kho."), ("promised:time", soon))).Is(303);
        var entry = Assert.Single((await citizen.Get($"/v1/reports/{id}")).Is(200)["thread"].AsArray())!;
        Assert.Equal(("interim", "Đang chờ vật tư về kho.", DateTimeOffset.Parse($"{soon}:00+07:00", System.Globalization.CultureInfo.InvariantCulture)), ($"{entry["kind"]}", $"{entry["text"]}", entry["promised"]!.GetValue<DateTimeOffset>()));
    }

    [Fact]
    public async Task A_report_is_returned_through_a_form_once()
    {
        var (id, code, citizen) = await Reported();
        using var browser = await Browser.SignedIn(city, Committee);
        var page = (await browser.Get($"/desk/reports/{id}")).Is(200);
        Assert.True(page.Has($"action=\"/desk/act/reports/{id}/return\""));

        Assert.True((await browser.Step(id, page, "return", ("reason", "ngắn"))).Is(400).Has(">ngắn</textarea>"));
        for (var n = 0; n < 2; n++) Assert.Equal($"/desk?done={Uri.EscapeDataString(code)}", (await browser.Step(id, page, "return", ("reason", "Cột đèn do điện lực quản lý."))).Is(303).Location);
        Assert.True((await browser.Get($"/desk?done={Uri.EscapeDataString(code)}")).Is(200).Has($"Đã xong. Phản ánh {code}"));
        Assert.False((await browser.Get("/desk?done=<b>Anything</b>")).Is(200).Has("Anything"));
        Assert.Equal("01.UBND", $"{(await citizen.Get($"/v1/reports/{id}"))["unit"]}");
        using var coordinator = await Browser.SignedIn(city, "01.UBND");
        page = (await coordinator.Get($"/desk/reports/{id}")).Is(200);
        Assert.True(page.Has("Cột đèn do điện lực quản lý."));
        Assert.Equal($"/desk/reports/{id}", (await coordinator.Step(id, page, "transfer", ("unit", Committee), ("reason", "Thuộc địa bàn phường."))).Is(303).Location);    // still the coordinating unit's to see
        Assert.True((await browser.Step(id, await browser.Get($"/desk/reports/{id}"), "return", ("reason", "Vẫn không thuộc phường này."))).Is(409).Has("role=\"alert\""));
    }

    [Fact]
    public async Task Without_a_session_there_is_only_the_way_to_one()
    {
        using var stranger = new Browser(city.Processes.Gateway);

        Assert.Equal("/desk/sign-in?back=%2Fdesk%2Fmap%3Fstatus%3DWaiting", (await stranger.Get("/desk/map?status=Waiting")).Is(302).Location);
        var page = (await stranger.Get("/desk/sign-in?back=https://elsewhere.example")).Is(200);
        Assert.True(page.Has("name=\"back\" value=\"/desk\""));
        Assert.Contains("failed=true", (await stranger.Post("/desk/sign-in/token", page, ("token", "nonsense"))).Is(302).Location, StringComparison.Ordinal);
        Assert.Contains("failed=true", (await stranger.Post("/desk/sign-in/token", page, ("token", await city.Processes.Tokens.Citizen("citizen-lan")))).Is(302).Location, StringComparison.Ordinal);
        Assert.Contains("failed=true", (await stranger.Post("/desk/sign-in/token", "forged", ("token", await city.Processes.Tokens.Official("official-hoa", Committee, ["leader"])))).Is(302).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_forged_form_a_foreign_report_and_a_signed_out_session_do_nothing()
    {
        var (id, _, citizen) = await Reported();
        using var browser = await Browser.SignedIn(city, Committee);
        var page = await browser.Get($"/desk/reports/{id}");

        (await browser.Post($"/desk/act/reports/{id}/acceptance", "forged", ("_back", $"/desk/reports/{id}"))).Is(400);
        using var elsewhere = await Browser.SignedIn(city, "01.00070.UBND", "official-khac");
        (await elsewhere.Get($"/desk/reports/{id}")).Is(404);
        (await elsewhere.Post($"/desk/act/reports/{id}/acceptance", page, ("_back", $"/desk/reports/{id}"))).Is(404);    // the page to show again is not theirs
        Assert.Equal(DeskPath, (await browser.Post("/desk/sign-out", page)).Is(302).Location);
        Assert.Equal(302, (await browser.Step(id, page, "acceptance")).Status);

        Assert.Equal("assigned", (await citizen.Get($"/v1/reports/{id}"))["status"].ToString());
    }

    [Fact]
    public async Task What_is_no_form_is_no_error_of_ours()
    {
        using var browser = await Browser.SignedIn(city, Committee);

        foreach (var path in (string[])["/desk/sign-in/token", "/desk/sign-out", $"/desk/act/reports/{Guid.NewGuid()}/answer"])
        {
            using var json = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
            Assert.InRange((await browser.Send(path, json)).Status, 300, 499);
        }
    }

    [Fact]
    public async Task A_session_holds_at_every_instance_and_across_a_restart()
    {
        using var browser = await Browser.SignedIn(city, Committee);

        for (var turn = 0; turn < 8; turn++) (await browser.Get("/desk")).Is(200);
        await city.Processes.Of("feedback", 1).Restart();
        for (var turn = 0; turn < 8; turn++) (await browser.Get("/desk")).Is(200);
    }

    [Fact]
    public async Task Pages_load_nothing_from_elsewhere_and_set_no_cookie_on_citizens()
    {
        using var browser = await Browser.SignedIn(city, Committee);
        using var anyone = new Browser(city.Processes.Gateway);
        var (_, code, _) = await Reported();
        Shown[] pages = [await browser.Get("/desk"), await browser.Get("/desk/map"), await anyone.Get("/theo-doi"), await anyone.Get($"/theo-doi/{code}")];

        Assert.All(pages, page => Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", page.Is(200).Policy, StringComparison.Ordinal));
        Assert.All(pages, page => Assert.DoesNotMatch("(src|href)=\"(https?:)?//|style=\"|onclick=|<script>", page.Text));
        Assert.Equal("", anyone.Cookies);
        foreach (var file in (string[])["desk.css", "map.js", "leaflet/leaflet.js", "leaflet/leaflet.css", "leaflet/LICENSE"]) (await anyone.Get($"/desk/files/{file}")).Is(200);
        (await anyone.Get("/desk/files/nothing.js")).Is(404);
        (await anyone.Get("/theo-doi/AAAA-AAAA-AAAA-A")).Is(400);
        Assert.Equal($"/theo-doi/{Uri.EscapeDataString(code)}", (await anyone.Get($"/theo-doi?code={code.ToLowerInvariant().Replace("-", "+", StringComparison.Ordinal)}")).Is(302).Location);
    }

    private const string DeskPath = "/desk/sign-in";

    /// <summary>As a field of a form has it: local time, by the minute.</summary>
    private static string Local(TimeSpan fromNow) => (DateTime.UtcNow + TimeSpan.FromHours(7) + fromNow).ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    private async Task<(string Id, string Code, Api Citizen)> Reported()
    {
        var citizen = await city.Citizen();
        var report = (await citizen.Post("/v1/reports", Bodies.Report())).Is(201);
        return (report.Id, report["code"].ToString(), citizen);
    }
}
