using Ecosystem.Local;

namespace Ecosystem.EndToEnd.Door;

/// <summary>Gateways of their own, with their own settings, before a destination that the test plays; beside the city, from which they have issuer and trace sink.</summary>
internal sealed class Doors : IAsyncDisposable
{
    private readonly City city;
    private readonly LocalEcosystem processes;

    private Doors(City city, LocalEcosystem processes, Backends backends, Destination service) => (this.city, this.processes, Backends, Service) = (city, processes, backends, service);

    public Backends Backends { get; }

    /// <summary>Stands for the service Feedback.</summary>
    public Destination Service { get; }

    /// <summary>The first gateway's name as an issuer of tokens.</summary>
    public static string Issuer => $"http://127.0.0.1:{Places.BesideTheCity.Ports.Of("gateway")}";

    public Uri Address => processes.Gateway;

    /// <summary>What the gateways have written, also those of earlier runs.</summary>
    public string Log => string.Concat(processes.Instances.Where(process => process.Name.StartsWith("gateway", StringComparison.Ordinal)).Select(process => File.ReadAllText(process.Log)));

    public static async Task<Doors> Open(City city, int count, params (string Name, string Value)[] settings)
    {
        var service = await Destination.Open();
        var environment = new Dictionary<string, string>
        {
            ["ECOSYSTEM_ISSUER"] = $"{city.Processes.Issuer.Address.GetLeftPart(UriPartial.Authority)},{Issuer}",
            ["ECOSYSTEM_GATEWAY_ISSUER"] = Issuer,
            ["ReverseProxy__Clusters__feedback__HttpRequest__Version"] = "1.1",
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = city.Processes.TraceSink.Address.GetLeftPart(UriPartial.Authority),
        };
        foreach (var destination in "abc"[..count]) environment[$"ReverseProxy__Clusters__feedback__Destinations__{destination}__Address"] = service.Address.AbsoluteUri;
        foreach (var (name, value) in settings) environment[name] = value;
        var backends = city.Backends.WithDatabases($"door{Guid.NewGuid():N}"[..12]);
        var processes = new LocalEcosystem(Places.BesideTheCity, backends, new() { Instances = count, Environment = environment });
        await Task.WhenAll(Enumerable.Range(0, count).Select(instance => processes.Of("gateway", instance).Start()));
        return new(city, processes, backends, service);
    }

    public async Task<Api> Citizen(int instance = 0, string subject = "citizen-door") => new(processes.Of("gateway", instance).Address, await city.Processes.Tokens.Citizen(subject), subject);

    public async Task<Api> System(string client, int instance = 0) => new(processes.Of("gateway", instance).Address, await city.Processes.Tokens.System(client, ["feedback.read"]), client);

    public async Task<Api> Operator() => new(Address, await city.Processes.Tokens.Official("operator-1", "01.UBND", ["operator"]), "operator-1");

    public async Task<Api> Auditor() => new(Address, await city.Processes.Tokens.Official("auditor-1", "01.UBND", ["auditor"]), "auditor-1");

    public Api Anyone(int instance = 0) => new(processes.Of("gateway", instance).Address, token: null, "anyone");

    public async ValueTask DisposeAsync()
    {
        await processes.DisposeAsync();
        await Service.DisposeAsync();
    }
}
