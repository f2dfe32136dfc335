namespace Ecosystem.EndToEnd.Analytics;

public sealed class DeskTests(City city)
{
    [Fact]
    public async Task A_desk_sees_each_change_of_its_reports_and_goes_on_where_it_was()
    {
        var (unit, citizen) = (await city.Official(City.Committee), await city.Citizen());
        using var desk = await unit.Live(path: "/v1/desk/live");
        var report = (await citizen.Post("/v1/reports", Bodies.Report())).Is(201).Id;

        var (seen, first, _) = await Until(desk, report, "assigned");
        (await unit.Post($"/v1/reports/{report}/acceptance", null)).Is(200);
        using var again = await unit.Live(seen, "/v1/desk/live");

        Assert.Equal(("lighting", City.Committee, true), ($"{first["category"]}", $"{first["unit"]}", first["isOpen"]!.GetValue<bool>()));
        await Until(desk, report, "accepted");
        await Until(again, report, "accepted");
        Assert.DoesNotContain(citizen.Subject, first.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_operations_centre_and_partners_see_it_another_unit_does_not_and_citizens_have_no_desk()
    {
        var (centre, partner, other) = (await city.Official("01.UBND", "coordinator"), await city.System("feedback.read"), await city.Official("01.00070.UBND"));
        using var ofCentre = await centre.Live(path: "/v1/desk/live");
        using var ofPartner = await partner.Live(path: "/v1/desk/live");
        using var ofOther = await other.Live(path: "/v1/desk/live");
        var theirs = (await (await city.Citizen()).Post("/v1/reports", Bodies.Report())).Is(201).Id;

        await Until(ofCentre, theirs, "assigned");
        await Until(ofPartner, theirs, "assigned");
        var own = (await (await city.Citizen()).Post("/v1/reports", new { category = "lighting", text = "Đèn đường trước số 7 hỏng đã hai ngày, rất tối.", commune = "00070" })).Is(201).Id;
        Assert.DoesNotContain(theirs, (await Until(ofOther, own, "assigned")).Seen);
        Assert.Equal(403, (await (await city.Citizen()).Get("/v1/desk/live")).Status);
        Assert.Equal("invalid-desk-position", (await centre.Get("/v1/desk/live", ("Last-Event-ID", "x"))).Is(400).ProblemType);
    }

    private static async Task<(long Id, System.Text.Json.Nodes.JsonNode Row, IReadOnlyList<string> Seen)> Until(LiveInbox desk, string report, string status)
    {
        for (List<string> seen = []; ;)
        {
            var (id, row) = await desk.Next();
            if ($"{row["id"]} {row["status"]}" == $"{report} {status}") return (id, row, seen);
            seen.Add($"{row["id"]}");
        }
    }
}
