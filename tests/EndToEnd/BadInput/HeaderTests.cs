namespace Ecosystem.EndToEnd.BadInput;

/// <summary>The headers that a request may carry say exactly what they mean, or nothing is done.</summary>
public sealed class HeaderTests(City city)
{
    public static TheoryData<string> NoKeys => ["with space", "tab\there", new string('k', 256), "a,b c", "\u007f"];

    public static TheoryData<string> NoVersions => ["1", "\"one\"", "\"\"", "\"-1\"", "*", "W/\"1\"", "\"1\", \"2\"", "\"99999999999999999999\"", "\"1", "\" 1\""];

    [Theory, MemberData(nameof(NoKeys))]
    public async Task A_key_is_one_word_of_at_most_255_characters(string key) =>
        await Refuses("invalid-idempotency-key", ("Idempotency-Key", key));

    [Fact]
    public async Task Two_keys_are_none() => await Refuses("invalid-idempotency-key", ("Idempotency-Key", "a"), ("Idempotency-Key", "b"));

    [Fact]
    public async Task An_empty_key_and_one_in_other_letters_are_refused()
    {
        var token = await city.Processes.Tokens.Citizen("wire-1");
        foreach (var key in new byte[][] { [], [.. "khóa"u8], [0xFF, 0xFE] })
            Assert.StartsWith("HTTP/1.1 400", await Wire.Send(city.Processes.Gateway, $"POST /v1/reports HTTP/1.1\r\nAuthorization: Bearer {token}\r\nContent-Type: application/json\r\nContent-Length: 2\r\nIdempotency-Key: ", key, "\r\n\r\n{}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_longest_key_works()
    {
        var citizen = await city.Citizen();
        var key = ("Idempotency-Key", new string('~', 255));

        var first = (await citizen.Post("/v1/reports", Bodies.Report(), key)).Is(201);

        Assert.Equal(first.Id, (await citizen.Post("/v1/reports", Bodies.Report(), key)).Is(201).Id);
    }

    [Fact]
    public async Task A_system_names_what_it_posts_and_people_need_not()
    {
        var path = $"/v1/webhooks/{Guid.NewGuid()}/ping";
        using var http = new HttpClient { BaseAddress = city.Processes.Gateway };
        http.DefaultRequestHeaders.Authorization = new("Bearer", await city.Processes.Tokens.System("nameless", ["webhooks.manage"]));

        using var refused = await http.PostAsync(path, content: null);
        Assert.Equal((400, "idempotency-key-required"), ((int)refused.StatusCode, Assert.Single(refused.Headers.GetValues("X-Problem"))));
        http.DefaultRequestHeaders.Add("Idempotency-Key", "ping-1");
        using var unknown = await http.PostAsync(path, content: null);
        Assert.Equal(404, (int)unknown.StatusCode);
        (await (await city.Citizen()).Post("/v1/reports", Bodies.Report())).Is(201);
    }

    [Fact]
    public async Task The_documents_show_the_headers_of_the_conventions()
    {
        string[] Headers(System.Text.Json.Nodes.JsonNode document, string path, string method) => [.. document["paths"]![path]![method]!["parameters"]!.AsArray()
            .Where(parameter => $"{parameter!["in"]}" == "header").Select(parameter => $"{parameter!["name"]}{(parameter["required"]?.GetValue<bool>() is true ? " required" : "")}")];

        var notifications = await city.Document("notifications");
        Assert.Equal(["Idempotency-Key"], Headers(notifications, "/v1/webhooks", "post"));
        Assert.Equal(["Min-Position"], Headers(notifications, "/v1/webhooks", "get"));
        Assert.Equal(["If-None-Match"], Headers(notifications, "/v1/webhooks/{id}", "get"));
        Assert.Equal(["If-Match required"], Headers(notifications, "/v1/webhooks/{id}", "put"));
        Assert.Equal(["Idempotency-Key", "If-Match"], Headers(await city.Document("feedback"), "/v1/reports/{id}/acceptance", "post"));
    }

    [Theory, MemberData(nameof(NoVersions))]
    public async Task If_Match_is_one_version_in_quotation_marks(string version) => await Refuses("invalid-if-match", ("If-Match", version));

    [Fact]
    public async Task Whoever_decides_on_an_old_version_is_told_and_may_read_again()
    {
        var scene = await Scene.Of(city);
        var committee = await city.Official(City.Committee, "leader", $"committee-{Guid.NewGuid():N}");
        var path = $"/v1/campaigns/{scene.Campaign}/points";
        var version = (await committee.Get($"/v1/campaigns/{scene.Campaign}")).Is(200).Headers["ETag"];

        (await committee.Post(path, Bodies.Point(5), ("If-Match", "\"1\""))).IsProblem(412, "version-mismatch");
        (await committee.Post(path, Bodies.Point(5), ("If-Match", "\"9223372036854775807\""))).IsProblem(412, "version-mismatch");
        Assert.Equal(0, await Stored.By(city, committee.Subject));

        (await committee.Post(path, Bodies.Point(5), ("If-Match", version))).Is(201);
        (await committee.Post(path, Bodies.Point(5), ("If-Match", version))).IsProblem(412, "version-mismatch");
        Assert.Equal(1, await Stored.By(city, committee.Subject));
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("99999999999999999999")]
    [InlineData("1, 2")]
    public async Task Min_Position_and_Last_Event_ID_are_numbers(string position)
    {
        var citizen = await city.Citizen();

        (await citizen.Get("/v1/inbox", ("Min-Position", position))).IsProblem(400, "invalid-min-position");
        (await (await city.Official(City.Front)).Get("/v1/directives", ("Min-Position", position))).IsProblem(400, "invalid-min-position");
        (await citizen.Get("/v1/inbox/live", ("Last-Event-ID", position))).IsProblem(400, "invalid-last-event-id");
    }

    [Fact]
    public async Task Odd_headers_of_other_kinds_do_no_harm()
    {
        var citizen = await city.Citizen();
        foreach (var (name, value) in new[] { ("Accept", "image/png"), ("Accept-Language", new string('x', 4000)), ("traceparent", "00-zz-zz-zz"), ("tracestate", ",,,=;"), ("Range", "bytes=-1"), ("X-Forwarded-For", "::::"), ("Cookie", ";;=;"), ("If-None-Match", "nonsense"), ("If-Modified-Since", "never") })
            (await citizen.Get("/v1/inbox", (name, value))).Is(200);
    }

    [Fact]
    public async Task Requests_that_are_hardly_HTTP_are_refused()
    {
        foreach (var request in new[] { "GET /v1/inbox HTTP/1.1 x\r\n\r\n", "GET /v1/inbox/%00 HTTP/1.1\r\n\r\n", "GET /v1/inbox HTTP/1.1\r\nno colon\r\n\r\n", "GET  HTTP/1.1\r\n\r\n", "gibberish\r\n\r\n", "POST /v1/reports HTTP/1.1\r\nContent-Length: -1\r\n\r\n", "POST /v1/reports HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", "GET /v1/inbox\0 HTTP/1.1\r\n\r\n" })
            Assert.Matches("^HTTP/1.1 4", await Wire.Send(city.Processes.Gateway, request, [], ""));
        Assert.StartsWith("HTTP/1.1 414", await Wire.Send(city.Processes.Gateway, $"GET /v1/inbox?q={new string('q', 9000)} HTTP/1.1\r\n\r\n", [], ""), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 431", await Wire.Send(city.Processes.Gateway, $"GET /v1/inbox HTTP/1.1\r\nX-Large: {new string('x', 20_000)}\r\n\r\n", [], ""), StringComparison.Ordinal);
    }

    private async Task Refuses(string type, params (string, string)[] headers)
    {
        var form = Form.All["report"];
        var caller = await form.Caller(city);

        (await form.Send(caller, System.Text.Encoding.UTF8.GetBytes(form.Valid), "application/json", headers)).IsProblem(400, type);

        Assert.Equal(0, await Stored.By(city, caller.Subject));
    }
}
