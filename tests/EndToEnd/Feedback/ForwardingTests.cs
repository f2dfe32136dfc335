using Ecosystem.EndToEnd.Faults;

namespace Ecosystem.EndToEnd.Feedback;

/// <summary>Reports go from our city to another one over its Open311, which is the real wire on both sides.</summary>
public sealed class ForwardingTests(City city) : IAsyncLifetime
{
    private readonly string target = $"agency-{Guid.NewGuid():N}"[..20];
    private SmallCity agency = null!;

    public async ValueTask InitializeAsync() => agency = new(city, await city.Servers.Separate($"agency{Guid.NewGuid():N}"[..12]), Places.WithTheCity);

    public async ValueTask DisposeAsync() => await agency.DisposeAsync();

    [Fact]
    public async Task A_report_waits_for_an_agency_that_is_away_goes_there_once_and_comes_back_when_it_is_done()
    {
        var (coordinator, unit) = (await city.Official("01.UBND", "coordinator"), await city.Official(City.Committee));
        await Set(coordinator);
        var report = await Accepted(unit);
        (await unit.Post($"/v1/reports/{report}/forwarding", new { target })).Is(200);
        Assert.Equal("forwarded-before", (await unit.Post($"/v1/reports/{report}/forwarding", new { target })).Is(409).ProblemType);

        await Eventually.Holds(async () => (await coordinator.Get($"/v1/forwarding/failures?target={target}")).Is(200).Text.Contains(report, StringComparison.Ordinal), "the failure is listed");
        var limited = await city.Processes.Tokens.Ask(new("official", "official-limited") { Organisation = "01.UBND", Roles = ["coordinator"], Categories = ["trees"] });
        Assert.DoesNotContain(report, (await new Api(city.Processes.Gateway, limited, "official-limited").Get($"/v1/forwarding/failures?target={target}")).Is(200).Text, StringComparison.Ordinal);
        await Eventually.Holds(async () => (await coordinator.Get("/v1/inbox")).Is(200).Text.Contains(target, StringComparison.Ordinal), "the day's summary of failures");
        await ForwardRestricted(coordinator, unit);
        await agency.Start("gateway", "feedback", "notifications");
        await agency.Introduce();
        await Eventually.Holds(async () => await State(unit, report) == "sent", "the agency has it");

        var remote = (await unit.Get($"/v1/reports/{report}/forwarding")).Is(200)["items"][0]!["remoteId"]!.GetValue<string>();
        Assert.Equal("forwarded", (await unit.Get($"/v1/reports/{report}")).Is(200)["status"].GetValue<string>());
        Assert.DoesNotContain(report, (await coordinator.Get($"/v1/forwarding/failures?target={target}")).Is(200).Text, StringComparison.Ordinal);
        await AnsweredThere(remote);
        await Eventually.Holds(async () => await State(unit, report) == "closed", "the agency's answer is known");
        Assert.Equal("inProgress", (await unit.Get($"/v1/reports/{report}")).Is(200)["status"].GetValue<string>());
        var there = (await Anyone().Get("/open311/v2/requests.json")).Is(200).Json.AsArray();
        Assert.Equal(2, there.Count);    // the one that was forwarded, once, and the one by which the city was introduced; not the restricted one
    }

    [Fact]
    public async Task Updates_that_are_told_count_in_order_once_and_only_from_the_agency()
    {
        var (coordinator, unit, partner) = (await city.Official("01.UBND", "coordinator"), await city.Official(City.Committee), await city.System("feedback.submit"));
        await agency.Start("gateway", "feedback", "notifications");
        await agency.Introduce();
        await Set(coordinator, partner.Subject);
        var report = await Accepted(unit);
        (await unit.Post($"/v1/reports/{report}/forwarding", new { target })).Is(200);
        await Eventually.Holds(async () => await State(unit, report) == "sent", "the agency has it");
        var now = DateTimeOffset.UtcNow;
        Task<Answer> Tell(Api who, string update, string status, int minutes) => who.Post($"/v1/reports/{report}/forwarding/{target}/updates", new { updateId = update, status, updatedAt = now.AddMinutes(minutes), note = $"Ghi chú {update}." });

        var second = (await Tell(partner, "2", "open", 20)).Is(200)["version"].GetValue<long>();
        Assert.Equal(second, (await Tell(partner, "2", "open", 20)).Is(200)["version"].GetValue<long>());
        Assert.Equal(second, (await Tell(partner, "1", "closed", 10)).Is(200)["version"].GetValue<long>());
        Assert.Equal("not-the-forwarding-partner", (await Tell(new Api(city.Processes.Gateway, await city.Processes.Tokens.System("stranger", ["feedback.submit"]), "stranger"), "3", "closed", 30)).Is(403).ProblemType);
        (await Tell(partner, "3", "nothing", 30)).Is(400);
        Assert.Equal("Ghi chú 2.", (await unit.Get($"/v1/reports/{report}/forwarding")).Is(200)["items"][0]!["note"]!.GetValue<string>());
        (await Tell(partner, "3", "closed", 30)).Is(200);
        Assert.Equal("inProgress", (await unit.Get($"/v1/reports/{report}")).Is(200)["status"].GetValue<string>());
    }

    [Fact]
    public async Task Nobody_gets_us_to_call_ourselves_and_only_the_coordinating_unit_decides()
    {
        var coordinator = await city.Official("01.UBND", "coordinator");

        Assert.Equal("forwarding-address-not-allowed", (await coordinator.Put($"/v1/forwarding/targets/{target}", Body("https://169.254.169.254/v2", null))).Is(422).ProblemType);
        Assert.Equal("forwarding-address-malformed", (await coordinator.Put($"/v1/forwarding/targets/{target}", Body("http://8.8.8.8/v2", null))).Is(422).ProblemType);
        Assert.Equal("not-the-coordinating-unit", (await (await city.Official(City.Committee, "coordinator")).Put($"/v1/forwarding/targets/{target}", Body("https://8.8.8.8/v2", null))).Is(403).ProblemType);
        (await (await city.Official(City.Committee)).Get("/v1/forwarding/failures")).Is(403);
        (await (await city.Official("01.00070.UBND")).Post($"/v1/reports/{await Accepted(await city.Official(City.Committee))}/forwarding", new { target })).Is(404);
    }

    private async Task Set(Api coordinator, string? partner = null)
    {
        (await coordinator.Put($"/v1/forwarding/targets/{target}", Body(new Uri(agency.Of("gateway").Address, "open311/v2").ToString(), await city.Processes.Tokens.System("our-city", ["feedback.submit"]), partner))).Is(200);
        var listed = (await coordinator.Get("/v1/forwarding/targets")).Is(200).Text;
        Assert.Contains(target, listed, StringComparison.Ordinal);
        Assert.DoesNotContain("eyJ", listed, StringComparison.Ordinal);
    }

    private static object Body(string url, string? key, string? partner = null) => new
    {
        name = "Công ty điện lực", url, decision = "12/QĐ-UBND", validFrom = "2026-01-01", services = new Dictionary<string, string> { ["lighting"] = "lighting" }, units = new[] { "01.UBND" }, key, partner,
    };

    private async Task<string> Accepted(Api unit, Api? citizen = null)
    {
        var report = (await (citizen ?? await city.Citizen()).Post("/v1/reports", Bodies.Report())).Is(201).Id;
        (await unit.Post($"/v1/reports/{report}/acceptance", null)).Is(200);
        return report;
    }

    /// <summary>Words whose use the reporter has restricted go to no agency.</summary>
    private async Task ForwardRestricted(Api coordinator, Api unit)
    {
        var citizen = await city.Citizen();
        var report = await Accepted(unit, citizen);
        var request = (await citizen.Post("/v1/me/data-requests", new { kind = "restrict", province = "01" })).Is(201).Id;
        (await coordinator.Post($"/v1/data-requests/{request}/decision", new { granted = true })).Is(200);
        (await unit.Post($"/v1/reports/{report}/forwarding", new { target })).Is(200);
        await Eventually.Holds(async () => $"{(await unit.Get($"/v1/reports/{report}/forwarding")).Is(200)["items"][0]!["reason"]}".Contains("restricted", StringComparison.Ordinal), "it is not sent");
    }

    private static async Task<string> State(Api unit, string report) => (await unit.Get($"/v1/reports/{report}/forwarding")).Is(200)["items"][0]!["state"]!.GetValue<string>();

    private Api Anyone() => new(agency.Of("gateway").Address, token: null, "anyone");

    private async Task AnsweredThere(string remote)
    {
        var there = new Api(agency.Of("gateway").Address, await city.Processes.Tokens.Official("officer-there", City.Committee, ["leader"]), "officer-there");
        Assert.Contains("Đèn đường", (await there.Get($"/v1/reports/{remote}")).Is(200)["text"].GetValue<string>(), StringComparison.Ordinal);
        (await there.Post($"/v1/reports/{remote}/acceptance", null)).Is(200);
        (await there.Post($"/v1/reports/{remote}/answer", new { answer = "Đã thay bóng đèn mới." })).Is(200);
    }
}
