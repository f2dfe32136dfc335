using Ecosystem.EndToEnd.Door;
using Ecosystem.EndToEnd.Faults;
using Ecosystem.Local;

namespace Ecosystem.EndToEnd.Sandbox;

/// <summary>A gateway and Feedback twice, live and as sandbox, each on databases and a vhost of its own; in both, Cửa Nam is known.</summary>
internal sealed class SandboxTown : IAsyncDisposable
{
    private readonly LocalEcosystem processes;
    private readonly Tokens live, sandbox;

    private SandboxTown(City city, Backends backends, Backends sandboxed)
    {
        processes = new(Places.BesideTheCity, backends, new EcosystemOptions
        {
            Sandbox = sandboxed,
            Environment = new Dictionary<string, string>(City.NoShedding)
            {
                ["ECOSYSTEM_ISSUER"] = $"{city.Processes.Issuer.Address.GetLeftPart(UriPartial.Authority)},{Doors.Issuer}",
                ["ECOSYSTEM_GATEWAY_ISSUER"] = Doors.Issuer,
                ["OTEL_EXPORTER_OTLP_ENDPOINT"] = city.Processes.TraceSink.Address.GetLeftPart(UriPartial.Authority),
            },
        });
        (live, sandbox) = (city.Processes.Tokens, new(city.Processes.Issuer.Address, "ecosystem-sandbox"));
    }

    public Uri Gateway => processes.Gateway;

    public Uri Live => processes.Of("feedback").Address;

    public Uri Sandbox => OfSandbox("feedback").Address;

    public static async Task<SandboxTown> Start(City city)
    {
        Repair.NeedsOwnServers(city);
        var name = $"town{Guid.NewGuid():N}"[..12];
        var (backends, sandboxed) = (await city.Servers.Separate(name), await city.Servers.Separate($"{name}_sandbox"));
        var town = new SandboxTown(city, backends, sandboxed);
        try
        {
            await Task.WhenAll(town.processes.Of("gateway").Start(), town.processes.Of("feedback").Start(), town.OfSandbox("feedback").Start());
            await Task.WhenAll(new[] { backends, sandboxed }.Select(world => Eventually.Holds(() => Introduction.OfCuaNam(world), "Feedback listens")));
            return town;
        }
        catch
        {
            await town.DisposeAsync();    // else its ports are taken from the tests that follow
            throw;
        }
    }

    public async Task<Api> Operator(bool inSandbox = false) => new(Gateway, await Of(inSandbox).Official("operator-1", "01.UBND", ["operator"]), "operator-1");

    public async Task<Api> Officer(bool inSandbox) => new(Gateway, await Of(inSandbox).Official("officer-1", City.Committee, ["officer"]), "officer-1");

    public async Task<Api> Citizen(bool inSandbox) => new(Gateway, await Of(inSandbox).Citizen("citizen-1"), "citizen-1");

    /// <summary>A token for the sandbox that was good until a minute ago.</summary>
    public async Task<Api> Late() => new(Gateway, await sandbox.Ask(new TokenRequest("system", "late") { Audience = "ecosystem-sandbox", LifetimeSeconds = -60 }), "late");

    public ValueTask DisposeAsync() => processes.DisposeAsync();

    private Tokens Of(bool inSandbox) => inSandbox ? sandbox : live;

    private ServiceProcess OfSandbox(string service) => processes.Sandbox.Single(process => process.Name == $"{service}-sandbox");
}
