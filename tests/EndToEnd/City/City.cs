using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Ecosystem.EndToEnd;
using Ecosystem.EndToEnd.Faults;
using Ecosystem.Local;

[assembly: AssemblyFixture(typeof(City))]
[assembly: CollectionBehavior(CollectionBehavior.CollectionPerAssembly, MaxParallelThreads = 2)]

namespace Ecosystem.EndToEnd;

/// <summary>The whole ecosystem as deploy/run starts it, two processes of everything, with the real units loaded. All tests share it, one after another.</summary>
public sealed class City : IAsyncLifetime
{
    public const string CuaNam = "00082";
    public const string Committee = "01.00082.UBND";
    public const string Front = "01.00082.MTTQ";

    /// <summary>One of our citizens sends more in a minute than people do in an hour.</summary>
    internal const int Much = 10_000;

    internal const string SmsKey = "the-key-of-the-sms-gateway";

    /// <summary>No load is shed: a machine that is busy otherwise makes everything slow.</summary>
    internal static readonly IReadOnlyDictionary<string, string> NoShedding = new Dictionary<string, string> { ["Shedding__Least"] = "100000", ["Shedding__Most"] = "100000" };

    /// <summary>Tests ask more than people do; those of the limits have gateways of their own.</summary>
    internal static readonly IReadOnlyDictionary<string, string> NoLimits = new Dictionary<string, string>(NoShedding)
    {
        ["Limits__PlanOfKind__anonymous"] = "unlimited",
        ["Limits__PlanOfKind__citizen"] = "unlimited",
        ["Limits__PlanOfKind__official"] = "unlimited",
        ["Limits__PlanOfKind__system"] = "unlimited",
    };

    private readonly ConcurrentDictionary<string, ServiceDatabase> databases = [];

    public Servers Servers { get; } = new(Workspace.OfTests);

    public Backends Backends { get; private set; } = null!;

    public LocalEcosystem Processes { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await Servers.Start();
        Backends = await Servers.Separate($"e2e{Guid.NewGuid():N}"[..12]);
        Processes = new(Workspace.OfTests, Backends, new EcosystemOptions
        {
            Instances = 2,
            Environment = new Dictionary<string, string>(NoLimits)
            {
                ["ECOSYSTEM_WEBHOOK_SCHEDULE"] = "0,0.5,0.5,1,1,2,2,3",
                ["ECOSYSTEM_FORWARDING_SCHEDULE"] = "1,1,1",
                ["ECOSYSTEM_FORWARDING_SUMMARY_AT"] = "00:00:00",
                ["ECOSYSTEM_SMS"] = $"http://127.0.0.1:{Workspace.OfTests.Ports.SmsGateway}/messages",
                ["ECOSYSTEM_SMS_KEY"] = SmsKey,
            },
        });
        await Processes.Start();
        await ImportUnits();
    }

    public async ValueTask DisposeAsync()
    {
        await Processes.DisposeAsync();
        foreach (var database in databases.Values) await database.DisposeAsync();
    }

    public async Task<Api> Citizen(string? subject = null)
    {
        subject ??= $"citizen-{Guid.NewGuid():N}";
        return new(Processes.Gateway, await Processes.Tokens.Citizen(subject), subject);
    }

    public async Task<Api> Official(string organisation, string role = "leader", string subject = "official-1") =>
        new(Processes.Gateway, await Processes.Tokens.Official(subject, organisation, [role]), subject);

    public async Task<Api> Operator() => new(Processes.Gateway, await Processes.Tokens.Official("operator-1", "01.UBND", ["operator"]), "operator-1");

    public async Task<Api> System(params string[] scopes) => new(Processes.Gateway, await Processes.Tokens.System("city-app", scopes), "city-app");

    /// <summary>A number straight from a service's database.</summary>
    public Task<long> Count(string service, string sql, params object[] values) =>
        databases.GetOrAdd(service, name => new ServiceDatabase(Backends, name)).Scalar<long>(sql, values);

    /// <summary>What a service, or the gateway, says of its own operations: asked of itself.</summary>
    public async Task<JsonNode> Document(string service) =>
        (await new Api(Processes.Of(service).Address, null, "anyone").Get(service == "gateway" ? "/openapi/gateway/v1.json" : "/openapi/v1.json")).Is(200).Json;

    public Api Anyone() => new(Processes.Gateway, token: null, "anyone");

    /// <summary>How many reports one person may send in an hour.</summary>
    internal static async Task LetSend(int perHour, Api coordinator)
    {
        (await coordinator.Put("/v1/abuse-rules", new { rules = new { reportsPerHour = perHour, blockedWords = new[] { "đồ khốn nạn" } }, decision = "01/QĐ-UBND" })).Is(200);
        await Eventually.Holds(
            async () => (await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => coordinator.Get("/v1/abuse-rules")))).All(rules => rules["reportsPerHour"].GetValue<int>() == perHour), "all processes know");
    }

    /// <summary>Loads the official list and waits until Feedback knows who answers reports in Cửa Nam.</summary>
    private async Task ImportUnits()
    {
        var operators = await Operator();
        var file = await File.ReadAllTextAsync(Repository.File("services", "Coordination", "Data", "administrative-units.csv"));
        (await operators.PostCsv("/v1/administrative-units/imports?validFrom=2026-04-30", file)).Is(200);
        await LetSend(Much, await Official("01.UBND", "coordinator"));
        var citizen = await Citizen();
        await Eventually.Holds(async () => (await citizen.Post("/v1/reports", Bodies.Report())).Status == 201, "Feedback knows Cửa Nam", TimeSpan.FromSeconds(60));
    }
}
