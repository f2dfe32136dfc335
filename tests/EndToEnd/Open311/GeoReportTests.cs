namespace Ecosystem.EndToEnd.Open311;

/// <summary>Any client of the standard can hand in a report and follow it, and learns nothing about a person.</summary>
public sealed class GeoReportTests(City city)
{
    private readonly string marker = $"{Guid.NewGuid():N}";

    [Theory]
    [InlineData("json")]
    [InlineData("xml")]
    public async Task A_client_of_the_standard_hands_in_a_report_and_follows_it_to_its_end(string format)
    {
        var client = await Client(format);
        var service = (await client.Services()).Single(one => one["service_code"] == "lighting");
        var definition = await client.Definition(service["service_code"]);
        Assert.Contains(City.CuaNam, definition["commune"]);

        var id = await client.Post(
            ("service_code", "lighting"), ("lat", "21.0245"), ("long", "105.8412"), ("description", $"Đèn đường hỏng {marker}."), ("email", $"{marker}@example.vn"), ("first_name", "Lan"), ("last_name", marker),
            ("phone", "0912345678"), ("device_id", marker), ("media_url", $"https://example.vn/{marker}.jpg"), ("attribute[commune]", City.CuaNam), ("attribute[severity]", "urgent"), ("account_id", marker));
        var open = await client.Request(id);

        Assert.Equal(("open", "lighting", City.CuaNam), (open["status"], open["service_code"], open["address_id"]));
        Assert.Equal(("21.0245", "105.8412"), (open["lat"], open["long"]));
        Assert.Contains("Cửa Nam", open["agency_responsible"], StringComparison.Ordinal);
        Assert.Contains(id, (await client.Requests($"?start_date={DateTime.UtcNow.AddDays(-1):yyyy-MM-ddTHH:mm:ssZ}&service_code=trees,lighting&status=open")).Select(one => one["service_request_id"]));
        Assert.DoesNotContain(id, (await client.Requests("?status=closed")).Select(one => one["service_request_id"]));
        await Answered(id);
        Assert.Equal("closed", (await client.Request(id))["status"]);
        Assert.Equal(id, Assert.Single(await client.Requests($"?service_request_id={id}&status=open"))["service_request_id"]);
    }

    [Theory]
    [InlineData("json")]
    [InlineData("xml")]
    public async Task Whoever_has_no_key_reads_and_nobody_reads_about_persons(string format)
    {
        var id = await (await Client(format)).Post(Dark(("email", $"{marker}@example.vn"), ("description", $"Đèn đường hỏng {marker}.")));
        var hidden = await (await Client(format)).Post(Dark(("attribute[confidential]", "true")));
        var anybody = new GeoReportClient(city.Processes.Gateway, key: null, format);

        Assert.DoesNotContain(marker, (await anybody.Get($"requests/{id}")).Is(200).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(marker, (await anybody.Get("requests")).Is(200).Text, StringComparison.Ordinal);
        anybody.Errors(await anybody.Get($"requests/{hidden}"), 404);
        Assert.DoesNotContain(hidden, (await anybody.Requests()).Select(one => one["service_request_id"]));
        anybody.Errors(await anybody.TryPost(Dark()), 403);
        anybody.Errors(await anybody.TryPost(Dark(("api_key", "no token"))), 403);
    }

    [Theory]
    [InlineData("json")]
    [InlineData("xml")]
    public async Task Wrong_requests_hear_why_in_the_standards_form(string format)
    {
        var client = await Client(format);

        client.Errors(await client.TryPost(Dark(("service_code", "nothing"))), 404);
        client.Errors(await client.TryPost(Dark(("jurisdiction_id", "99"))), 404);
        Assert.Contains("commune", Assert.Single(client.Errors(await client.TryPost(Dark(("attribute[commune]", ""))), 400)), StringComparison.Ordinal);
        Assert.Equal(4, client.Errors(await client.TryPost(Dark(("service_code", ""), ("lat", "91"), ("long", "x"), ("description", "Tối."))), 400).Length);
        client.Errors(await client.TryPost(("service_code", "lighting"), ("attribute[commune]", City.CuaNam), ("description", "Đèn đường hỏng ba ngày.")), 400);
        client.Errors(await client.Get("requests", "?start_date=2026-01-01T00:00:00Z&end_date=2026-12-01T00:00:00Z"), 400);
        client.Errors(await client.Get("requests", "?page=many"), 400);
        client.Errors(await client.Get("requests/1"), 404);
        client.Errors(await client.Get("services/nothing"), 404);
        client.Errors(await client.Get("services", "?jurisdiction_id=city.gov"), 404);
        client.Errors(await client.Get("tokens/1"), 404);
    }

    [Fact]
    public async Task An_address_that_names_the_commune_is_enough_and_a_token_leads_to_the_id()
    {
        var client = await Client("json");
        var id = await client.Post(("service_code", "trees"), ("jurisdiction_id", "01"), ("address_string", "12 phố Hàng Bông, phường Cửa Nam, Hà Nội"), ("description", "Cây đổ chắn ngang đường."));
        var code = (await (await city.Official(City.Committee)).Get($"/v1/reports/{id}")).Is(200);

        Assert.Equal((City.CuaNam, "open311"), (code["commune"].GetValue<string>(), code["source"].GetValue<string>()));
        Assert.Equal(id, (await client.Token(code["code"].GetValue<string>()))["service_request_id"]);
    }

    [Fact]
    public async Task Pages_go_through_all_and_a_repeated_key_is_one_report()
    {
        var api = new Api(city.Processes.Gateway, await Key(), "georeport");
        async Task<string> Send() => (await api.Send(HttpMethod.Post, "/open311/v2/requests.json", new FormUrlEncodedContent(Dark().Select(field => KeyValuePair.Create(field.Name, field.Value))), [("Idempotency-Key", marker)])).Is(200).Text;
        Assert.Equal(await Send(), await Send());

        var client = await Client("json");
        await client.Post(Dark());
        var pages = new[] { await client.Requests("?page_size=1&page=1"), await client.Requests("?page_size=1&page=2") };
        Assert.Equal(2, pages.Select(page => Assert.Single(page)["service_request_id"]).Distinct().Count());
    }

    /// <summary>As the standard's clients send it; the token stands in no trace and in no log.</summary>
    [Theory]
    [InlineData("field")]
    [InlineData("parameter")]
    public async Task The_key_comes_as_the_standard_has_it_and_is_noted_nowhere(string way)
    {
        var (trace, key, anybody) = (new Trace(city), await Key(), city.Anyone());
        var fields = Dark(way == "field" ? [("api_key", key)] : []).Select(field => KeyValuePair.Create(field.Name, field.Value));
        var address = $"/open311/v2/requests.json{(way == "field" ? "" : $"?api_key={key}")}";

        var posted = (await anybody.Send(HttpMethod.Post, address, new FormUrlEncodedContent(fields), [trace.Header])).Is(200);

        var id = posted.Json[0]!["service_request_id"]!.GetValue<string>();
        Assert.Equal("open", (await new GeoReportClient(city.Processes.Gateway, key: null, "json").Request(id))["status"]);
        await Eventually.Holds(async () => (await trace.Spans()).Any(span => span.Service == "feedback"), "the trace");
        Assert.All(await trace.Spans(), span => Assert.DoesNotContain(key, $"{span.Name} {string.Join(' ', span.Attributes.Values)}", StringComparison.Ordinal));
        Assert.All(city.Processes.Instances, instance => Assert.DoesNotContain(key, File.ReadAllText(instance.Log), StringComparison.Ordinal));
        Assert.Equal(401, (await anybody.Post($"/v1/reports?api_key={key}", Bodies.Report())).Status);
    }

    [Theory]
    [InlineData("json")]
    [InlineData("xml")]
    public async Task The_discovery_leads_to_the_server(string format) =>
        Assert.Contains($"{city.Processes.Gateway.Authority}/open311/v2", (await city.Anyone().Get($"/open311/discovery.{format}")).Is(200).Text, StringComparison.Ordinal);

    private static (string Name, string Value)[] Dark(params (string Name, string Value)[] changes) =>
    [
        .. new (string Name, string Value)[] { ("service_code", "lighting"), ("lat", "21.0245"), ("long", "105.8412"), ("description", "Đèn đường hỏng ba ngày."), ("attribute[commune]", City.CuaNam) }
            .Where(field => changes.All(change => change.Name != field.Name)),
        .. changes,
    ];

    private async Task<GeoReportClient> Client(string format) => new(city.Processes.Gateway, await Key(), format);

    private Task<string> Key() => city.Processes.Tokens.System("open311-app", ["feedback.submit"]);

    private async Task Answered(string id)
    {
        var unit = await city.Official(City.Committee);
        (await unit.Post($"/v1/reports/{id}/acceptance", null)).Is(200);
        (await unit.Post($"/v1/reports/{id}/answer", new { answer = "Đã thay bóng đèn mới." })).Is(200);
    }
}
