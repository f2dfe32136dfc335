using System.Text.Json;
using System.Text.Json.Nodes;
using Ecosystem.Local;
using Microsoft.AspNetCore.Http;

namespace Ecosystem.EndToEnd.Door;

/// <summary>What operators set at a gateway, at the start and while it runs.</summary>
[Collection<BesideTheCity>]
public sealed class SettingsTests(City city)
{
    private const string Page = "https://smart.example";

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
        var program = Copy(Path.GetDirectoryName(Repository.Program("gateway"))!, Places.BesideTheCity.Folder("gateway"));
        var file = Path.Combine(Path.GetDirectoryName(program)!, "appsettings.json");
        Point(file, old.Address);
        await using var gateway = new ServiceProcess(Places.BesideTheCity, "gateway-file", program, Places.BesideTheCity.Ports.Of("gateway"), new Dictionary<string, string>(City.NoLimits)
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
