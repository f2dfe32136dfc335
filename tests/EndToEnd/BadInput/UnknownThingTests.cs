using System.Text.Json.Nodes;

namespace Ecosystem.EndToEnd.BadInput;

/// <summary>Addresses of what is not there, cannot be, or belongs to others.</summary>
public sealed class UnknownThingTests(City city)
{
    private static readonly string[] Ambiguous = ["%01", "..%2f..%2fetc", "a%2525"];

    private static readonly string[] Broken = ["1", "nothing", "0198c0de-0000-7000-8000-00000000000", "0198c0de-0000-7000-8000-00000000000g", "%F0%9F%98%80", "null", "-1", "'%20or%201=1--", new string('a', 2000)];

    /// <summary>Operation by operation: who may call it, with which body, with {0} where an id belongs.</summary>
    public static TheoryData<string, string, string, string?> Addresses => new()
    {
        { "citizen", "GET", "/v1/reports/{0}", null },
        { "citizen", "GET", "/v1/reports/{0}/history", null },
        { City.Committee, "POST", "/v1/reports/{0}/acceptance", null },
        { City.Committee, "POST", "/v1/reports/{0}/answer", "answer" },
        { "citizen", "POST", "/v1/reports/{0}/rating", "rating" },
        { "01.MTTQ", "GET", "/v1/directives/{0}", null },
        { "01.MTTQ", "GET", "/v1/directives/{0}/history", null },
        { "01.MTTQ", "GET", "/v1/directives/{0}/roll-up", null },
        { City.Front, "POST", "/v1/directives/{0}/recipients/01.00082.MTTQ/acceptance", null },
        { City.Front, "POST", "/v1/directives/{0}/recipients/01.00082.MTTQ/progress", "progress" },
        { City.Committee, "GET", "/v1/campaigns/{0}", null },
        { City.Committee, "GET", "/v1/campaigns/{0}/history", null },
        { City.Committee, "GET", "/v1/campaigns/{0}/progress", null },
        { City.Committee, "GET", "/v1/campaigns/{0}/enrollments", null },
        { City.Committee, "POST", "/v1/campaigns/{0}/teams", "team" },
        { City.Committee, "POST", "/v1/campaigns/{0}/points", "point" },
        { City.Committee, "POST", "/v1/campaigns/{0}/launch", null },
        { City.Committee, "POST", "/v1/campaigns/{0}/visits", "visit" },
        { "citizen", "GET", "/v1/campaigns/{0}/places", null },
        { "citizen", "POST", "/v1/campaigns/{0}/enrollments", "enrollment" },
        { "citizen", "GET", "/v1/campaigns/{0}/enrollments/0198c0de-0000-7000-8000-000000000001", null },
        { "citizen", "POST", "/v1/campaigns/{0}/enrollments/0198c0de-0000-7000-8000-000000000001/cancellation", null },
        { "citizen", "GET", "/v1/inbox/{0}", null },
    };

    [Theory, MemberData(nameof(Addresses))]
    public async Task Unknown_ids_are_not_found_and_malformed_ones_are_told(string kind, string method, string path, string? body)
    {
        var caller = await (Form.All["report"] with { Kind = kind }).Caller(city);

        (await Ask(caller, method, string.Format(null, path, Guid.NewGuid()), body)).IsProblem(404, "not-found");
        (await Ask(caller, method, string.Format(null, path, Guid.Empty), body)).IsProblem(404, "not-found");
        foreach (var broken in Broken)
            (await Ask(caller, method, string.Format(null, path, broken), body)).IsAbout("id");
        foreach (var ambiguous in Ambiguous)
            (await Ask(caller, method, string.Format(null, path, ambiguous), body)).IsProblem(400, "ambiguous-path");

        Assert.Equal(0, await Stored.EventsBy(city, caller.Subject));
    }

    [Fact]
    public async Task Codes_are_looked_at_before_they_are_looked_up()
    {
        var front = await city.Official(City.Front);

        (await front.Get("/v1/administrative-units/99999")).IsProblem(404, "not-found");
        (await front.Get("/v1/administrative-units/0008")).IsAbout("code");
        (await front.Get("/v1/organisations/01.99999.MTTQ")).IsProblem(404, "not-found");
        (await front.Get("/v1/organisations/mttq%7E")).IsAbout("code");
        (await front.Post($"/v1/directives/{Guid.NewGuid()}/recipients/01.82.mttq/acceptance", null)).IsAbout("organisation");
        (await city.Anyone().Get("/v1/tracking/0000-0000-0000-0")).IsProblem(404, "not-found");
        (await city.Anyone().Get("/v1/tracking/0000-0000-0000-1")).IsProblem(400, "wrong-tracking-code");
        (await city.Anyone().Get($"/v1/tracking/%F0%9F%98%80{new string('0', 3000)}")).IsProblem(400, "wrong-tracking-code");
    }

    [Fact]
    public async Task What_belongs_to_others_is_as_if_it_were_not_there_or_refused()
    {
        var scene = await Scene.Of(city);
        var (neighbour, stranger) = (await city.Official("01.00070.MTTQ", "leader", "neighbour-1"), await city.Citizen());

        foreach (var path in new[] { $"/v1/reports/{scene.Report}", $"/v1/reports/{scene.Report}/history", $"/v1/directives/{scene.Directive}", $"/v1/directives/{scene.Directive}/history", $"/v1/directives/{scene.Directive}/roll-up", $"/v1/campaigns/{scene.Campaign}", $"/v1/campaigns/{scene.Campaign}/history", $"/v1/campaigns/{scene.Campaign}/progress", $"/v1/campaigns/{scene.Campaign}/enrollments", $"/v1/campaigns/{scene.Campaign}/visits/{scene.Visit}" })
            (await neighbour.Get(path)).IsProblem(404, "not-found");
        (await neighbour.Post($"/v1/reports/{scene.Report}/acceptance", null)).IsProblem(404, "not-found");
        (await neighbour.Post($"/v1/directives/{scene.Directive}/recipients/{City.Front}/acceptance", null)).IsProblem(403, "not-the-recipient");
        (await neighbour.Post($"/v1/directives/{scene.Directive}/recipients/01.00070.MTTQ/acceptance", null)).IsProblem(404, "not-found");
        (await neighbour.Post($"/v1/campaigns/{scene.Campaign}/points", Bodies.Point(5))).IsProblem(403, "not-your-campaign");
        (await neighbour.Post($"/v1/campaigns/{scene.Campaign}/visits", Bodies.Visit(scene.Team))).IsProblem(403, "not-your-campaign");
        (await stranger.Get($"/v1/campaigns/{scene.Campaign}/enrollments/{scene.Enrollment}")).IsProblem(404, "not-found");
        (await stranger.Post($"/v1/campaigns/{scene.Campaign}/enrollments/{scene.Enrollment}/cancellation", null)).IsProblem(404, "not-found");
        (await stranger.Post($"/v1/reports/{scene.Report}/rating", new { rating = 1, comment = "Không tốt." })).IsProblem(404, "not-found");

        Assert.Equal(0, await Stored.By(city, neighbour.Subject) + await Stored.By(city, stranger.Subject));
    }

    [Fact]
    public async Task A_refused_report_leaves_no_key_for_its_reporter_either()
    {
        var citizen = await city.Citizen();

        (await citizen.Post("/v1/reports", new { category = "lighting", text = "Đèn đường hỏng đã ba ngày.", commune = "99999" })).IsProblem(422, "unknown-commune");

        Assert.Equal(0, await Stored.By(city, citizen.Subject));
    }

    [Theory]
    [InlineData("GET", "/v1/nothing", 404, "not-found")]
    [InlineData("GET", "/v1/reports/0198c0de-0000-7000-8000-000000000001/nothing", 404, "not-found")]
    [InlineData("GET", "/%F0%9F%98%80", 404, "not-found")]
    [InlineData("DELETE", "/v1/reports", 405, "method-not-allowed")]
    [InlineData("BREW", "/v1/reports", 405, "method-not-allowed")]
    [InlineData("PATCH", "/v1/preferences", 405, "method-not-allowed")]
    public async Task Addresses_and_methods_that_are_not_there_are_problems_too(string method, string path, int status, string type) =>
        (await Ask(await city.Citizen(), method, path, null)).IsProblem(status, type);

    private static Task<Answer> Ask(Api caller, string method, string path, string? body) =>
        caller.Send(new HttpMethod(method), path, body is null ? null : System.Net.Http.Json.JsonContent.Create(JsonNode.Parse(Form.All[body].Valid)), []);
}
