namespace Ecosystem.EndToEnd.BadInput;

/// <summary>Questions to lists: how much, from where, about what.</summary>
public sealed class PageTests(City city)
{
    /// <summary>Every list and who may read it.</summary>
    public static TheoryData<string, string> Lists => new()
    {
        { "citizen", "/v1/reports" },
        { City.Front, "/v1/administrative-units" },
        { City.Front, "/v1/administrative-units?q=nam" },
        { City.Front, "/v1/organisations" },
        { City.Front, "/v1/organisations?q=nam" },
        { City.Front, "/v1/directives" },
        { "01.MTTQ", "/v1/directives?issued=true" },
        { City.Committee, "/v1/campaigns" },
        { "citizen", "/v1/inbox" },
    };

    [Theory, MemberData(nameof(Lists))]
    public async Task A_page_has_1_to_200_things(string kind, string list)
    {
        var caller = await Caller(kind);

        foreach (var limit in new[] { "0", "201", "-1", "abc", "1.5", "99999999999", "0x10", "%00", "1e2" })
            (await caller.Get(With(list, $"limit={limit}"))).IsAbout("limit");
        foreach (var limit in new[] { 1, 200 })
            Assert.InRange((await caller.Get(With(list, $"limit={limit}"))).Is(200)["items"].AsArray().Count, 0, limit);
    }

    [Theory, MemberData(nameof(Lists))]
    public async Task A_misspelt_filter_is_refused_and_not_forgotten(string kind, string list)
    {
        var caller = await Caller(kind);

        (await caller.Get(With(list, "colour=red&colour=blue&limit=1&a%20b=1"))).IsAbout("colour", "query");
        (await caller.Get(With(list, "LIMIT=1"))).Is(200);
    }

    [Fact]
    public async Task A_command_knows_no_parameters_either()
    {
        var citizen = await city.Citizen();

        (await citizen.Post("/v1/reports?dryRun=true", Bodies.Report())).IsAbout("dryRun");
        (await citizen.Get($"/v1/reports/{Guid.NewGuid()}?id=1")).IsAbout("id");

        Assert.Equal(0, await Stored.By(city, citizen.Subject));
    }

    [Theory, MemberData(nameof(Lists))]
    public async Task A_cursor_is_one_that_the_list_gave(string kind, string list)
    {
        var caller = await Caller(kind);

        foreach (var cursor in new[] { "nonsense!", "-1", "%00", "'", "MTIz", "OTk5OTk5OTk5OTk5OTk5OTk5OTk6MDE5OGMwZGUwMDAwNzAwMDgwMDAwMDAwMDAwMDAwMDE=", "%F0%9F%98%80", new('x', 5000) })
            (await caller.Get(With(list, $"after={cursor}"))).IsProblem(400, "bad-cursor");
    }

    [Fact]
    public async Task A_cursor_is_good_for_its_own_list_and_filter_at_any_instance_and_in_no_other_hands_than_ours()
    {
        var front = await city.Official(City.Front);
        var units = (await front.Get("/v1/administrative-units?limit=1&province=01")).Is(200)["next"].GetValue<string>();

        for (var instance = 0; instance < 2; instance++)
            (await new Api(city.Processes.Of("coordination", instance).Address, await city.Processes.Tokens.Official("another", City.Committee, ["leader"]), "another").Get($"/v1/administrative-units?PROVINCE=01&limit=2&after={units}")).Is(200);
        foreach (var list in new[] { "/v1/administrative-units?province=24", "/v1/administrative-units?limit=1", "/v1/organisations?limit=1", "/v1/directives?limit=1" })
            (await front.Get(With(list, $"after={units}"))).IsProblem(400, "bad-cursor");
        var page = (await front.Get("/v1/administrative-units?limit=1&province=01")).Is(200);
        Assert.Equal($"</v1/administrative-units?limit=1&province=01&after={page["next"]}>; rel=\"next\"", page.Headers["Link"]);
        (await front.Get($"/v1/administrative-units?province=01&after={(units[0] == 'A' ? 'B' : 'A')}{units[1..]}")).IsProblem(400, "bad-cursor");
    }

    [Theory]
    [InlineData("/v1/administrative-units?q=&province=0&limit=0", "q province limit")]
    [InlineData("/v1/organisations?q=%00&parent=nobody&limit=201", "q parent limit")]
    [InlineData("/v1/organisations?parent=01.mttq", "parent")]
    [InlineData("/v1/organisations?q=%EF%BF%BE", "q")]
    [InlineData("/v1/directives?issued=perhaps&limit=0", "issued")]
    [InlineData("/v1/campaigns?organisation=nobody&limit=0", "organisation limit")]
    [InlineData("/v1/campaigns/0198c0de-0000-7000-8000-000000000001/enrollments?limit=0", "limit")]
    public async Task Wrong_questions_are_told(string question, string fields) => (await (await city.Official(City.Front)).Get(question)).IsAbout(fields.Split(' '));

    [Theory]
    [InlineData("open")]
    [InlineData("Assigned")]
    [InlineData("1")]
    [InlineData("assigned,rated")]
    public async Task A_status_is_one_of_the_known(string status) => (await (await city.Citizen()).Get($"/v1/reports?status={status}")).IsAbout("status");

    [Fact]
    public async Task Huge_questions_are_refused_and_harmless()
    {
        var front = await city.Official(City.Front);

        (await front.Get($"/v1/organisations?q={new string('n', 7000)}")).IsAbout("q");
        (await front.Get($"/v1/organisations?q={new string('%', 100).Replace("%", "%25", StringComparison.Ordinal)}")).Is(200);
        (await front.Get($"/v1/organisations?q={string.Concat(Enumerable.Repeat("a%20", 49))}a")).Is(200);
        (await front.Get("/v1/organisations?" + string.Join('&', Enumerable.Range(0, 900).Select(n => $"x{n}=1")))).IsProblem(400, "validation-failed");
        (await front.Get("/v1/organisations?" + string.Join('&', Enumerable.Repeat("q=nam", 1000)))).Is(400);
        (await front.Get("/v1/organisations?q=%ff%fe&limit=5")).Is(200);
    }

    private Task<Api> Caller(string kind) => (Form.All["report"] with { Kind = kind }).Caller(city);

    private static string With(string list, string parameter) => $"{list}{(list.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{parameter}";
}
