using System.Diagnostics;
using System.Security.Cryptography;
using Ecosystem.Local;
using Ecosystem.ServiceDefaults;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Ecosystem.Benchmarks;

/// <summary>What the gateway costs a small read with a known token, beside the service itself and, where it is installed, nginx as a plain proxy before it.</summary>
internal static class DoorBenchmark
{
    private const int Connections = 64;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(8), Round = TimeSpan.FromSeconds(4);

    public static async Task Run(Figures figures)
    {
        await Token(figures);
        var servers = new Servers(Workspace.OfTests);
        var backends = await servers.Separate($"bench{Guid.NewGuid():N}"[..12]);
        await using var city = new LocalEcosystem(Workspace.OfTests, backends, new() { Environment = new Dictionary<string, string> { ["Limits__PlanOfKind__system"] = "unlimited", [ServiceProcess.Kind] = "Staging" } });
        await city.Start();
        await using var nginx = await Nginx.Start(Workspace.OfTests, city.Of("feedback").Address);
        var token = await city.Tokens.System("bench", ["feedback.read"]);
        using HttpClient service = GatewayBenchmark.Client(city.Of("feedback").Address, token), gateway = GatewayBenchmark.Client(city.Gateway, token);
        using var plain = nginx is null ? null : GatewayBenchmark.Client(nginx.Address, token);
        foreach (var way in new[] { service, gateway }) await Load.Closed(Connections, WarmUp, () => Read(way));
        var direct = await Throughput(figures, service, gateway, plain);
        await Added(figures, service, gateway, (int)direct / 4);
    }

    private static async Task<double> Throughput(Figures figures, HttpClient service, HttpClient gateway, HttpClient? nginx)
    {
        List<double> direct = [], through = [], proxied = [];
        for (var round = 0; round < 7; round++)
        {
            direct.Add((await Load.Closed(Connections, Round, () => Read(service))).PerSecond);
            through.Add((await Load.Closed(Connections, Round, () => Read(gateway))).PerSecond);
            if (nginx is not null) proxied.Add((await Load.Closed(Connections, Round, () => Read(nginx))).PerSecond);
        }

        Console.WriteLine(string.Join(" ", direct.Select(x => (int)x)) + " | " + string.Join(" ", through.Select(x => (int)x)));
        double Half(List<double> values) => Load.Percentile(values, 0.5);
        Figures.Tell("bytes of a read", (await gateway.GetByteArrayAsync("/v1/categories")).Length, "bytes");
        Figures.Tell($"reads at the service at {Connections}", Half(direct), "1/s");
        Figures.Tell($"reads through the gateway at {Connections}", Half(through), "1/s");
        if (nginx is not null) Figures.Tell("nginx/service", Half(proxied) / Half(direct), "ratio");
        figures.AtLeast("gateway/service for reads", Half(through) / Half(direct), "ratio", 0.45);
        return Half(through);
    }

    /// <summary>At half of the gateway's load, as far as both can keep up with it.</summary>
    private static async Task Added(Figures figures, HttpClient service, HttpClient gateway, int perSecond)
    {
        var (direct, through) = (await P99(service, perSecond), await P99(gateway, perSecond));
        Figures.Tell($"p99 at the service at {perSecond}/s", direct, "ms");
        figures.AtMost($"p99 added by the gateway at {perSecond}/s", through - direct, "ms", 5);
    }

    private static async Task<double> P99(HttpClient http, int perSecond)
    {
        List<double> times = [];
        await Load.Open(perSecond, TimeSpan.FromSeconds(8), async _ =>
        {
            var watch = Stopwatch.StartNew();
            await Read(http);
            lock (times) times.Add(watch.Elapsed.TotalMilliseconds);
        });
        return Load.Percentile(times, 0.99);
    }

    /// <summary>One process, no network: a token for the first time, and again.</summary>
    private static async Task Token(Figures figures)
    {
        using var rsa = RSA.Create(2048);
        var key = new RsaSecurityKey(rsa);
        var token = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = "issuer", Audience = "ecosystem", Claims = new Dictionary<string, object> { ["sub"] = "partner", ["client_id"] = "partner", ["scope"] = "feedback.read inbox.read" },
            SigningCredentials = new(key, SecurityAlgorithms.RsaSha256),
        });
        var rules = new TokenValidationParameters { ValidIssuer = "issuer", ValidAudience = "ecosystem", IssuerSigningKey = key };
        var known = new KnownTokens(TimeProvider.System);
        for (var n = 0; n < 20_000; n++) await known.ValidateTokenAsync(token, rules);
        var watch = Stopwatch.StartNew();
        for (var n = 0; n < 100_000; n++) await known.ValidateTokenAsync(token, rules);
        figures.AtMost("token validation after the first", watch.Elapsed.TotalMicroseconds / 100_000, "us", 50);
    }

    private static async Task Read(HttpClient http)
    {
        using var answer = await http.GetAsync("/v1/categories");
        answer.EnsureSuccessStatusCode();
    }
}
