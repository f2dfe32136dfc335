using System.Diagnostics;
using System.Security.Cryptography;
using Ecosystem.Local;
using Ecosystem.ServiceDefaults;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Ecosystem.Benchmarks;

/// <summary>What the gateway costs a read of 18 KB from memory with a known token, beside the service itself and, where it is installed, nginx as a plain proxy before it.</summary>
internal static class DoorBenchmark
{
    private const int Connections = 64;
    private const string Target = "/v1/categories";
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(12), Round = TimeSpan.FromSeconds(4), Settling = TimeSpan.FromSeconds(60);

    public static async Task Run(Figures figures)
    {
        await Token(figures);
        var servers = new Servers(Workspace.OfTests);
        var backends = await servers.Separate($"bench{Guid.NewGuid():N}"[..12]);
        await using var city = new LocalEcosystem(Workspace.OfTests, backends, new() { Environment = new Dictionary<string, string> { ["Limits__PlanOfKind__system"] = "unlimited", [ServiceProcess.HostEnvironment] = "Staging" } });
        await city.Start();
        await using var nginx = await Nginx.Start(Workspace.OfTests, city.Of("feedback").Address);
        var token = await city.Tokens.System("bench", ["feedback.read"]);
        using HttpClient service = GatewayBenchmark.Client(city.Of("feedback").Address, token), gateway = GatewayBenchmark.Client(city.Gateway, token);
        using var plain = nginx is null ? null : GatewayBenchmark.Client(nginx.Address, token);
        foreach (var way in new[] { service, gateway }) await Load.Closed(Connections, WarmUp, () => Read(way));
        var through = await Throughput(figures, service, gateway, plain);
        await Added(figures, service, gateway, plain, (int)through / 2);
    }

    /// <summary>In turns, and each turn's ratio by itself: the machine's speed is not the same from one minute to the next.</summary>
    private static async Task<double> Throughput(Figures figures, HttpClient service, HttpClient gateway, HttpClient? nginx)
    {
        List<(double Direct, double Through, double Proxied)> rounds = [];
        async Task<double> Reads(HttpClient way) => (await Load.Closed(Connections, Round, () => Read(way))).PerSecond;
        for (var round = 0; round < 7; round++)
            rounds.Add((await Reads(service), await Reads(gateway), nginx is null ? 0 : await Reads(nginx)));

        double Half(Func<(double Direct, double Through, double Proxied), double> of) => Load.Percentile(rounds.Select(of), 0.5);
        Figures.Tell("bytes of a read", (await gateway.GetByteArrayAsync(Target)).Length, "bytes");
        Figures.Tell($"reads at the service at {Connections}", Half(round => round.Direct), "1/s");
        Figures.Tell($"reads through the gateway at {Connections}", Half(round => round.Through), "1/s");
        if (nginx is not null) Figures.Tell("nginx/service", Half(round => round.Proxied / round.Direct), "ratio");
        figures.AtLeast("gateway/service for reads", Half(round => round.Through / round.Direct), "ratio", 0.45);
        return Half(round => round.Through);
    }

    /// <summary>At half of the gateway's load, in turns, when all of it has run for some minutes: until then each process still compiles its busy methods beside it.</summary>
    private static async Task Added(Figures figures, HttpClient service, HttpClient gateway, HttpClient? nginx, int perSecond)
    {
        await Task.WhenAll(new[] { service, gateway }.Select(way => Load.Open(perSecond / 2, Settling, _ => Read(way), Connections)));
        List<(double Direct, double Through, double Proxied)> rounds = [];
        for (var round = 0; round < 5; round++)
            rounds.Add((await P99(service, perSecond), await P99(gateway, perSecond), nginx is null ? 0 : await P99(nginx, perSecond)));

        double Half(Func<(double Direct, double Through, double Proxied), double> of) => Load.Percentile(rounds.Select(of), 0.5);
        Figures.Tell($"p99 at the service at {perSecond}/s", Half(round => round.Direct), "ms");
        if (nginx is not null) Figures.Tell($"p99 added by nginx at {perSecond}/s", Half(round => round.Proxied - round.Direct), "ms");
        figures.AtMost($"p99 added by the gateway at {perSecond}/s", Half(round => round.Through - round.Direct), "ms", 5);
    }

    /// <summary>From when a read was due, so that reads that wait for others count as long as they wait.</summary>
    private static async Task<double> P99(HttpClient http, int perSecond)
    {
        List<double> times = [];
        var watch = Stopwatch.StartNew();
        await Load.Open(perSecond, TimeSpan.FromSeconds(8), async nr =>
        {
            await Read(http);
            var took = watch.Elapsed.TotalMilliseconds - (nr * 1000.0 / perSecond);
            lock (times) times.Add(took);
        }, Connections);
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
        using var answer = await http.GetAsync(Target);
        answer.EnsureSuccessStatusCode();
    }
}
