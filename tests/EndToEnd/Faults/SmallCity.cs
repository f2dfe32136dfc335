using Ecosystem.Local;

namespace Ecosystem.EndToEnd.Faults;

/// <summary>Gateway, Feedback and Notifications alone, one process each, on databases and a broker that nobody else uses; beside the city, from which it has issuer and trace sink.</summary>
internal sealed class SmallCity : IAsyncDisposable
{
    private readonly City city;
    private readonly LocalEcosystem processes;

    public SmallCity(City city, Backends backends) : this(city, backends, Places.BesideTheCity)
    {
    }

    /// <param name="more">Settings beside the usual ones.</param>
    public SmallCity(City city, Backends backends, Workspace place, params IEnumerable<KeyValuePair<string, string>> more)
    {
        (this.city, Backends) = (city, backends);
        processes = new(place, backends, new EcosystemOptions
        {
            Environment = new Dictionary<string, string>(City.NoLimits.Concat(more))
            {
                ["ECOSYSTEM_ISSUER"] = city.Processes.Issuer.Address.GetLeftPart(UriPartial.Authority),
                ["OTEL_EXPORTER_OTLP_ENDPOINT"] = city.Processes.TraceSink.Address.GetLeftPart(UriPartial.Authority),
            },
        });
        Feedback = new(backends, "feedback");
        Notifications = new(backends, "notifications");
    }

    public Backends Backends { get; }

    public ServiceDatabase Feedback { get; }

    public ServiceDatabase Notifications { get; }

    public ServiceProcess Of(string service) => processes.Of(service);

    public Task Start(params string[] services) => Task.WhenAll(services.Select(service => Of(service).Start()));

    public async Task<Api> Citizen()
    {
        var subject = $"citizen-{Guid.NewGuid():N}";
        return new(processes.Gateway, await city.Processes.Tokens.Citizen(subject), subject);
    }

    public async Task<Api> Operator() => new(processes.Gateway, await city.Processes.Tokens.System("operations-console", ["operations"]), "operations-console");

    /// <summary>Says what Coordination would, so that reports in Cửa Nam have a unit in charge.</summary>
    public async Task Introduce()
    {
        var citizen = await Citizen();
        await Eventually.Holds(async () => await Introduction.OfCuaNam(Backends) && (await citizen.Post("/v1/reports", Bodies.Report())).Status == 201, "Feedback knows Cửa Nam");
        await City.LetSend(City.Much, new(processes.Gateway, await city.Processes.Tokens.Official("coordinator-1", "01.UBND", ["coordinator"]), "coordinator-1"));
    }

    public async ValueTask DisposeAsync()
    {
        await processes.DisposeAsync();
        await Feedback.DisposeAsync();
        await Notifications.DisposeAsync();
    }
}
