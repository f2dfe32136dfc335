using Ecosystem.EndToEnd.Deadlines;
using static Ecosystem.EndToEnd.City;

namespace Ecosystem.EndToEnd.Desk;

/// <summary>What no unit has stands wherever the coordinating unit of its province looks, and nowhere else, until somebody has it.</summary>
public sealed class UnownedTests(City city)
{
    [Fact]
    public async Task A_report_without_a_unit_is_on_the_coordinating_units_desk_alone_until_it_is_handed_over()
    {
        var (coordinator, unit, elsewhere, colleague) = (await city.Official("01.UBND", "coordinator"), await city.Official(Committee), await city.Official("31.UBND", "coordinator"), await city.Official("01.MTTQ"));
        using var live = await coordinator.Live(path: "/v1/desk/live");
        using var desk = await Browser.SignedIn(city, "01.UBND", "official-coordinator", "coordinator");
        using var foreign = await Browser.SignedIn(city, "31.UBND", "official-elsewhere", "coordinator");
        var (id, code) = await Unowned();

        Assert.Equal("", await Told(live, id));
        foreach (var path in (string[])["/v1/reports?limit=200", "/v1/reports?limit=200&status=submitted", "/v1/deadlines?limit=200", "/v1/offline-package?of=open&commune=00091"])
        {
            Assert.True(await Has(coordinator, path, id), path);
            foreach (var other in (Api[])[unit, elsewhere, colleague]) Assert.False(await Has(other, path, id), path);
        }

        foreach (var path in (string[])["/desk?category=telecom-cable", "/desk?category=telecom-cable&status=Submitted", "/desk/map?category=telecom-cable"])
        {
            Assert.True((await desk.Get(path)).Is(200).Has(code), path);
            Assert.False((await foreign.Get(path)).Is(200).Has(code), path);
        }

        var page = (await desk.Get($"/desk/reports/{id}")).Is(200);
        Assert.True(page.Has("chưa có đơn vị"), page.Text);
        (await desk.Step(id, page, "transfer", ("unit", Committee), ("reason", "Thuộc địa bàn của phường."))).Is(303);
        Assert.True(await Has(unit, "/v1/reports?limit=200", id));
        Assert.True(await Has(coordinator, "/v1/reports?limit=200", id));
        Assert.False(await Has(coordinator, "/v1/reports?limit=200&status=submitted", id));
        Assert.Equal(Committee, await Told(live, id));
    }

    [Fact]
    public async Task Pages_of_the_list_go_on_through_what_no_unit_has()
    {
        var coordinator = await city.Official("01.UBND", "coordinator");
        string[] made = [(await Unowned()).Id, (await Unowned()).Id, (await Unowned()).Id];

        List<string> seen = [];
        for (string? next = ""; next is not null && seen.Count < 20;)
        {
            var page = (await coordinator.Get($"/v1/reports?status=submitted&limit=1{next}")).Is(200);
            seen.AddRange(page["items"].AsArray().Select(item => $"{item!["id"]}"));
            next = page.Json["next"] is { } after ? $"&after={Uri.EscapeDataString($"{after}")}" : null;
        }

        Assert.Equal(made.Reverse(), seen.Take(3));
        Assert.Equal(seen.Distinct(), seen);
    }

    private static async Task<bool> Has(Api by, string path, string id) => (await by.Get(path)).Is(200).Text.Contains(id, StringComparison.Ordinal);

    /// <summary>Which unit the live desk names next for a report.</summary>
    private static async Task<string> Told(LiveInbox live, string report)
    {
        while (true)
        {
            var (_, row) = await live.Next();
            if ($"{row["id"]}" == report) return $"{row["unit"]}";
        }
    }

    /// <summary>Like one in another ward that whatever assigns has left; the first sweep has seen it.</summary>
    private async Task<(string Id, string Code)> Unowned()
    {
        var like = (await (await city.Citizen()).Post("/v1/reports", new { category = "telecom-cable", text = $"Cáp viễn thông võng xuống lòng đường {Guid.NewGuid():N}.", commune = "00091", place = new { latitude = 21.03, longitude = 105.83 } })).Is(201);
        var id = Guid.CreateVersion7();
        await city.Count("feedback", DeadlineTests.Unowned, id, Guid.Parse(like.Id));
        await Eventually.Holds(async () => await city.Count("feedback", "select count(*) from mt_events where stream_id = $1 and type = 'deadlines_set'", id) == 1, "its clocks run");
        return ($"{id}", Ecosystem.Feedback.Reports.TrackingCode.Of(id));
    }
}
