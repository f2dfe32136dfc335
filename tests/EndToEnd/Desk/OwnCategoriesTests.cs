using Ecosystem.EndToEnd.Attachments;
using Ecosystem.EndToEnd.Configuration;
using Ecosystem.Local;
using static Ecosystem.EndToEnd.City;

namespace Ecosystem.EndToEnd.Desk;

/// <summary>An official whose token names categories works on reports of these, and of those below them, as if there were no others.</summary>
public sealed class OwnCategoriesTests(City city)
{
    private readonly string subject = $"inspector-{Guid.NewGuid():N}";

    [Fact]
    public async Task Lists_show_the_own_categories_and_those_below_them_alone()
    {
        var (limited, all) = (await Limited(Committee, "officer", "telecom"), await city.Official(Committee, "officer", subject));
        using var live = await limited.Live(path: "/v1/desk/live");
        var (other, own) = (await Reported("noise-karaoke"), await Reported("telecom-signal"));

        foreach (var path in (string[])["/v1/reports?limit=200", "/v1/reports?limit=200&status=assigned", "/v1/deadlines?limit=200", "/v1/offline-package?of=open"])
            Assert.Equal((true, false), ((await limited.Get(path)).Is(200) is var list && Has(list, own), Has(list, other)));
        Assert.True((await all.Get("/v1/reports?limit=200")).Is(200) is var both && Has(both, own) && Has(both, other));
        Assert.Equal(own, $"{(await live.Next()).Message["id"]}");

        using var browser = await Browser.WithToken(city, await Token(Committee, "officer", "telecom"));
        foreach (var (path, isOwn) in (IEnumerable<(string, bool)>)[("/desk?category=telecom-signal", true), ("/desk/map?category=telecom-signal", true), ("/desk?category=noise-karaoke", false), ("/desk/map?category=noise-karaoke", false)])
            Assert.Equal(isOwn, (await browser.Get(path)).Is(200) is var page && (page.Has(own) || page.Has(other)));
        Assert.True((await browser.Get("/desk")).Is(200) is var inbox && inbox.Has("value=\"telecom-signal\"") && !inbox.Has("value=\"noise-karaoke\""));
        (await browser.Get($"/desk/reports/{own}")).Is(200);
        (await browser.Get($"/desk/reports/{other}")).Is(404);
    }

    [Fact]
    public async Task Another_category_is_like_another_unit_for_reading_and_for_every_step()
    {
        var (limited, other, own) = (await Limited(Committee, "officer", "telecom"), await Reported("noise-karaoke"), await Reported("telecom-signal"));

        foreach (var path in (string[])["", "/history", "/deadlines", "/attachments", "/journey", "/proof", "/intake", "/forwarding"])
        {
            (await limited.Get($"/v1/reports/{own}{path}")).Is(200);
            (await limited.Get($"/v1/reports/{other}{path}")).Is(404);
        }

        foreach (var step in (string[])["acceptance", "start", "resumption", "separation"]) (await limited.Post($"/v1/reports/{other}/{step}", null)).Is(404);
        (await limited.Post($"/v1/reports/{other}/rejection", new { reason = "notAReport", note = "Không thuộc phạm vi phản ánh." })).Is(404);
        (await limited.Post($"/v1/reports/{other}/transfer", new { unit = "01.00070.UBND", reason = "Thuộc địa bàn phường bên." })).Is(404);
        (await limited.Send(HttpMethod.Post, $"/v1/reports/{other}/attachments", PhotoDesk.Form(PhotoDesk.Photo()), [])).Is(404);
        (await limited.Send(HttpMethod.Put, $"/v1/shortlist/{other}", null, [])).Is(404);
        using var browser = await Browser.WithToken(city, await Token(Committee, "officer", "telecom"));
        (await browser.Step(other, await browser.Get($"/desk/reports/{own}"), "acceptance")).Is(404);

        Assert.Equal("assigned", $"{(await (await city.Official(Committee)).Get($"/v1/reports/{other}")).Is(200)["status"]}");
        for (var n = 0; n < 2; n++) (await limited.Post($"/v1/reports/{own}/acceptance", null)).Is(200);
    }

    [Fact]
    public async Task What_a_unit_has_under_a_category_that_is_closed_now_is_still_its_officials_and_an_unknown_one_is_nothing()
    {
        var (category, coordinator) = (await ProofCategory.Make(city), await city.Official("01.UBND", "coordinator"));
        var report = await ProofCategory.Reported(await city.Citizen(), category);
        var (above, same, nothing) = (await Limited(Committee, "officer", "lighting"), await Limited(Committee, "officer", category), await Limited(Committee, "officer", "dragons"));
        (await coordinator.Post($"/v1/categories/{category}/closure", new { decision = "23/QĐ" })).Is(200);

        foreach (var by in (Api[])[above, same]) await Eventually.Holds(async () => (await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => by.Get($"/v1/reports/{report}")))).All(answer => answer.Status == 200), "the report in every process");
        Assert.Empty((await nothing.Get("/v1/reports")).Is(200)["items"].AsArray());
        (await nothing.Get($"/v1/reports/{report}")).Is(404);
    }

    [Fact]
    public async Task The_coordinating_units_officials_are_limited_too()
    {
        var (coordinator, other) = (await Limited("01.UBND", "coordinator", "telecom"), await Reported("noise-karaoke"));
        var hide = new { decision = "hide", reason = "Nêu tên người khác." };

        (await coordinator.Post($"/v1/reports/{other}/moderation", hide)).Is(404);
        (await (await city.Official("01.UBND", "coordinator")).Post($"/v1/reports/{other}/moderation", hide)).Is(200);

        Assert.False(Has((await coordinator.Get("/v1/moderation?state=hidden&limit=200")).Is(200), other));
        Assert.True(Has((await (await city.Official("01.UBND", "coordinator")).Get("/v1/moderation?state=hidden&limit=200")).Is(200), other));
        (await coordinator.Get("/v1/forwarding/failures")).Is(200);
    }

    private async Task<Api> Limited(string organisation, string role, params string[] categories) => new(city.Processes.Gateway, await Token(organisation, role, categories), subject);

    private Task<string> Token(string organisation, string role, params string[] categories) =>
        city.Processes.Tokens.Ask(new TokenRequest("official", subject) { Organisation = organisation, Roles = [role], Categories = categories });

    private static bool Has(Answer list, string id) => list.Text.Contains(id, StringComparison.Ordinal);

    private async Task<string> Reported(string category) => (await (await city.Citizen()).Post("/v1/reports", new
    {
        category, commune = CuaNam, text = $"Việc cần xem xét ở phố Cửa Nam {Guid.NewGuid():N}.", place = new { latitude = 21.028, longitude = 105.843 },
    })).Is(201).Id;
}
