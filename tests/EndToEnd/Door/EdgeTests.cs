using System.Text.Json;
using System.Text.Json.Nodes;
using Ecosystem.EndToEnd.BadInput;
using Ecosystem.EndToEnd.Faults;
using Ecosystem.Local;
using Microsoft.AspNetCore.Http;

namespace Ecosystem.EndToEnd.Door;

/// <summary>What every request meets at the gateway, whatever it asks for.</summary>
[Collection<BesideTheCity>]
public sealed class EdgeTests(City city)
{
    private const string Page = "https://smart.example";

    [Fact]
    public async Task Every_answer_has_an_id_and_headers_for_browsers_and_no_banner()
    {
        var citizen = await city.Citizen();
        foreach (var answer in new[] { await citizen.Get("/v1/inbox"), await citizen.Get("/v1/nothing"), await citizen.Get("/v1/inbox?limit=x"), await city.Anyone().Get("/v1/inbox"), await city.Anyone().Get("/health/live") })
        {
            Assert.True(Guid.TryParse(answer.Headers["X-Request-Id"], out _));
            Assert.Equal(("nosniff", "no-referrer", "frame-ancestors 'none'"), (answer.Headers["X-Content-Type-Options"], answer.Headers["Referrer-Policy"], answer.Headers["Content-Security-Policy"]));
            Assert.Empty(answer.Headers.Keys.Intersect(["Server", "X-Powered-By", "Strict-Transport-Security"]));
        }
    }

    [Fact]
    public async Task The_callers_own_id_goes_through_to_the_trace_and_back_and_anything_else_is_refused()
    {
        var (citizen, trace, id) = (await city.Citizen(), new Trace(city), Guid.NewGuid());

        Assert.Equal($"{id}", (await citizen.Get("/v1/inbox", ("X-Request-Id", $"{id:N}"), trace.Header)).Is(200).Headers["X-Request-Id"]);
        await Eventually.Holds(async () => (await trace.Spans()).Any(span => span["ecosystem.request_id"] == $"{id}"), "The id is in the trace");

        foreach (var wrong in new[] { "1", "not-a-uuid", $"{id}x", $"{{{id}}}", new string('9', 300) })
            Assert.NotEqual(wrong, (await citizen.Get("/v1/inbox", ("X-Request-Id", wrong))).IsProblem(400, "invalid-request-id").Headers["X-Request-Id"]);
        (await citizen.Get("/v1/inbox", ("X-Request-Id", $"{id}"), ("X-Request-Id", $"{id}"))).IsProblem(400, "invalid-request-id");
    }

    [Fact]
    public async Task A_body_that_is_announced_as_too_large_for_its_route_is_refused_before_any_of_it_is_sent()
    {
        var token = await city.Processes.Tokens.Citizen("citizen-large");

        var answer = await Raw.Exchange(city.Processes.Gateway, $"POST /v1/inbox/read HTTP/1.1\r\nHost: {city.Processes.Gateway.Authority}\r\nAuthorization: Bearer {token}\r\nContent-Type: application/json\r\nContent-Length: 20000\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 413", answer, StringComparison.Ordinal);
        Assert.Contains("/problems/body-too-large", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_of_the_list_may_call_from_a_browser_and_known_proxies_say_for_whom_they_ask()
    {
        await using var doors = await Doors.Open(city, 1, ("Edge__Origins__0", Page), ("Edge__KnownProxies__0", "127.0.0.0/8"));
        (string, string)[] asks = [("Access-Control-Request-Method", "POST"), ("Access-Control-Request-Headers", "authorization,idempotency-key")];

        var (listed, other) = (await doors.Anyone().Send(HttpMethod.Options, "/v1/reports", null, [("Origin", Page), .. asks]), await doors.Anyone().Send(HttpMethod.Options, "/v1/reports", null, [("Origin", "https://evil.example"), .. asks]));
        (await doors.Anyone().Get("/v1/tracking/x", ("X-Forwarded-For", "203.0.113.7"), ("X-Forwarded-Proto", "https"))).Is(200);

        Assert.Equal((Page, "POST", "authorization,idempotency-key"), (listed.Headers["Access-Control-Allow-Origin"], listed.Headers["Access-Control-Allow-Methods"], listed.Headers["Access-Control-Allow-Headers"]));
        Assert.DoesNotContain("Access-Control-Allow-Origin", other.Headers.Keys);
        var arrived = Assert.Single(doors.Service.Arrived);
        Assert.Equal(("203.0.113.7", "https"), (arrived.Headers["X-Forwarded-For"], arrived.Headers["X-Forwarded-Proto"]));
    }

    /// <summary>The file of a copy of the gateway is changed under load: all requests from then on go to the other destination, and none is lost.</summary>
    [Fact]
    public async Task Destinations_change_with_the_file_and_no_request_is_dropped()
    {
        await using var old = await Destination.Open();
        await using var renewed = await Destination.Open();
        var program = Copy(Path.GetDirectoryName(Repository.Program("gateway"))!, SmallCity.Workspace.Folder("gateway"));
        var file = Path.Combine(Path.GetDirectoryName(program)!, "appsettings.json");
        Point(file, old.Address);
        await using var gateway = new ServiceProcess(SmallCity.Workspace, "gateway-file", program, SmallCity.Workspace.Ports.Of("gateway"), new Dictionary<string, string>(City.NoLimits)
        {
            ["ECOSYSTEM_ISSUER"] = city.Processes.Issuer.Address.GetLeftPart(UriPartial.Authority),
            ["ECOSYSTEM_MASTER_KEY"] = Convert.ToBase64String(new byte[32]),
            ["ECOSYSTEM_POSTGRES"] = city.Backends.WithDatabases($"door{Guid.NewGuid():N}"[..12]).Postgres,
        });
        await gateway.Start();
        var caller = new Api(gateway.Address, await city.Processes.Tokens.Citizen("citizen-reload"), "citizen-reload");
        old.Answer = async http =>
        {
            await Task.Delay(20, http.RequestAborted);
            await http.Response.WriteAsync("old");
        };
        using var done = new CancellationTokenSource();
        var load = Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Ask(caller, done.Token))));

        await Eventually.Holds(() => Task.FromResult(old.Arrived.Count > 50), "There is load");
        Point(file, renewed.Address);
        await Eventually.Holds(() => Task.FromResult(renewed.Arrived.Count > 50), "The new destination is used");
        await done.CancelAsync();

        Assert.All((await load).SelectMany(statuses => statuses), status => Assert.Equal(200, status));
        var last = old.Arrived.Count;
        for (var n = 0; n < 20; n++) (await caller.Get("/v1/categories")).Is(200);
        Assert.Equal(last, old.Arrived.Count);
    }

    private static async Task<List<int>> Ask(Api caller, CancellationToken done)
    {
        List<int> statuses = [];
        while (!done.IsCancellationRequested) statuses.Add((await caller.Get("/v1/categories")).Status);
        return statuses;
    }

    private static string Copy(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from)) File.Copy(file, Path.Combine(to, Path.GetFileName(file)), overwrite: true);
        return Path.Combine(to, "Ecosystem.Gateway.dll");
    }

    /// <summary>Moved into place, as a half-written file must not be read.</summary>
    private static void Point(string file, Uri destination)
    {
        var settings = JsonNode.Parse(File.ReadAllText(file))!;
        settings["ReverseProxy"]!["Clusters"]!["feedback"]!["Destinations"]!["a"]!["Address"] = destination.AbsoluteUri;
        File.WriteAllText($"{file}.new", settings.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
        File.Move($"{file}.new", file, overwrite: true);
    }
}
