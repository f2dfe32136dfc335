using System.Text.Json.Nodes;
using static Ecosystem.EndToEnd.City;

namespace Ecosystem.EndToEnd.Desk;

/// <summary>What an official keeps at hand, and takes along to where there is no network.</summary>
public sealed class ShortlistTests(City city)
{
    private readonly string subject = $"inspector-{Guid.NewGuid():N}";

    [Fact]
    public async Task A_shortlist_is_its_officials_alone_and_holds_only_what_that_official_may_open()
    {
        var (inspector, colleague, elsewhere) = (await Inspector(), await city.Official(Committee, "officer", $"colleague-{Guid.NewGuid():N}"), await city.Official("01.00070.UBND", "officer", $"elsewhere-{Guid.NewGuid():N}"));
        var id = await Reported();

        for (var n = 0; n < 2; n++) (await Mark(inspector, id)).Is(200);
        Assert.Equal([id], await Shortlist(inspector));
        Assert.Empty(await Shortlist(colleague));
        (await Mark(elsewhere, id)).Is(404);
        (await Mark(inspector, $"{Guid.NewGuid()}")).Is(404);
        (await Mark(await city.Citizen(), id)).Is(403);
        using var browser = await Browser.SignedIn(city, Committee, subject, "officer");
        Assert.True((await browser.Get("/desk?category=bus-stop")).Is(200).Has("★"));

        await Transferred(id);
        Assert.Empty(await Shortlist(inspector));
        Assert.Empty((await Package(inspector))["ids"]!.AsArray());
        for (var n = 0; n < 2; n++) (await inspector.Send(HttpMethod.Delete, $"/v1/shortlist/{id}", null, [])).Is(204);
    }

    [Fact]
    public async Task A_package_has_what_the_official_may_read_and_then_only_what_has_changed()
    {
        var inspector = await Inspector();
        var (first, second, secret) = (await Reported(), await Reported(), await Reported(confidential: true));
        (await Mark(inspector, first)).Is(200);

        var answer = (await inspector.Get("/v1/offline-package")).Is(200);
        var report = Assert.Single(answer["reports"].AsArray())!["shown"]!;
        var alone = (await inspector.Get($"/v1/reports/{first}")).Is(200).Json;
        foreach (var clock in report["deadlines"]!.AsArray().Concat(alone["deadlines"]!.AsArray())) clock!.AsObject().Remove("state");
        Assert.True(JsonNode.DeepEquals(alone, report), $"{alone}\n{report}");
        (await inspector.Get("/v1/offline-package", ("If-None-Match", answer.Headers["ETag"]))).Is(304);
        Assert.Contains("private", answer.Headers["Cache-Control"], StringComparison.Ordinal);

        var after = answer["position"].GetValue<long>();
        Assert.Equal((0, 1), Size(await Package(inspector, $"?after={after}")));
        (await Mark(inspector, second)).Is(200);
        (await Mark(inspector, secret)).Is(200);
        var delta = await Package(inspector, $"?after={after}");
        Assert.Equal((2, 3), Size(delta));    // older reports that are new on the list
        Assert.Null(delta["reports"]!.AsArray().Select(one => one!["shown"]!).Single(one => one["confidential"]!.GetValue<bool>())["contact"]);
        after = delta["position"]!.GetValue<long>();
        (await inspector.Post($"/v1/reports/{first}/acceptance", null)).Is(200);
        Assert.Equal("accepted", $"{Assert.Single((await Package(inspector, $"?after={after}"))["reports"]!.AsArray())!["shown"]!["status"]}");
        (await inspector.Get("/v1/offline-package", ("If-None-Match", answer.Headers["ETag"]))).Is(200);
    }

    [Fact]
    public async Task A_package_of_open_reports_is_of_the_own_units_and_bounded()
    {
        var (inspector, elsewhere) = (await Inspector(), await city.Official("01.00070.UBND", "officer", $"elsewhere-{Guid.NewGuid():N}"));
        var id = await Reported();
        await Transferred(id);

        Assert.Contains(id, (await Package(elsewhere, "?of=open&commune=" + CuaNam))["ids"]!.AsArray().Select(one => $"{one}"));
        Assert.DoesNotContain(id, (await Package(elsewhere, "?of=open&commune=00070"))["ids"]!.AsArray().Select(one => $"{one}"));
        Assert.Empty((await Package(inspector, "?of=open&unit=01.00070.UBND"))["ids"]!.AsArray());
        Assert.InRange((await Package(await city.Official("01.UBND", "officer", subject), "?of=open"))["reports"]!.AsArray().Count, 1, 100);
        Assert.Equal(["after", "commune", "of", "unit"], (await inspector.Get("/v1/offline-package?of=closed&unit=x&commune=1&after=-1")).Is(400)["errors"].AsObject().Select(error => error.Key).Order());
        (await (await city.Citizen()).Get("/v1/offline-package")).Is(403);
    }

    private Task<Api> Inspector() => city.Official(Committee, "officer", subject);

    private static Task<Answer> Mark(Api by, string report) => by.Send(HttpMethod.Put, $"/v1/shortlist/{report}", null, []);

    private static async Task<IEnumerable<string>> Shortlist(Api by) => (await by.Get("/v1/shortlist")).Is(200)["items"].AsArray().Select(item => $"{item!["report"]!["id"]}");

    private static async Task<JsonNode> Package(Api by, string query = "") => (await by.Get($"/v1/offline-package{query}")).Is(200).Json;

    private static (int Reports, int Ids) Size(JsonNode package) => (package["reports"]!.AsArray().Count, package["ids"]!.AsArray().Count);

    private async Task Transferred(string id) =>
        (await (await city.Official("01.UBND", "coordinator")).Post($"/v1/reports/{id}/transfer", new { unit = "01.00070.UBND", reason = "Thuộc địa bàn phường bên." })).Is(200);

    /// <summary>Of a category that no other test uses, so that it stands on the first page of the inbox.</summary>
    private async Task<string> Reported(bool confidential = false) => (await (await city.Citizen()).Post("/v1/reports", new
    {
        category = "bus-stop", commune = CuaNam, confidential, text = $"Cần kiểm tra mái che ở trạm dừng {Guid.NewGuid():N}.", contact = new { phone = "0912345678" }, place = new { description = "Trạm dừng đầu phố Cửa Nam" },
    })).Is(201).Id;
}
