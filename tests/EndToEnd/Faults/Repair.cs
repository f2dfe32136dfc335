namespace Ecosystem.EndToEnd.Faults;

/// <summary>Leaves the city to the next test as it was, also when a test of faults has failed half-way.</summary>
internal static class Repair
{
    private static readonly int[] Gateways = [0, 1];
    private static readonly string[] Services = ["coordination", "feedback", "campaigns", "notifications"];

    public static async Task Everything(City city)
    {
        await city.Servers.Start();
        await Task.WhenAll(city.Processes.Instances.Where(process => !process.Runs).Select(process => process.Start()));
        await Task.WhenAll(city.Processes.Instances.Select(process => Eventually.Holds(() => process.IsReady(), $"{process.Name} is ready")));
        await Task.WhenAll(from gateway in Gateways from service in Services select IsForwardedTo(city, gateway, service));
    }

    /// <summary>Faults are made only with servers that belong to the tests, and a second city needs a vhost that the first does not hear.</summary>
    public static void NeedsOwnServers(City city) => Assert.SkipUnless(city.Servers.ArePrivate, "ECOSYSTEM_POSTGRES or ECOSYSTEM_RABBITMQ names a server that is not the tests' own.");

    public static async Task<Api[]> Citizens(this City city, int count) => await Task.WhenAll(Enumerable.Range(0, count).Select(_ => city.Citizen()));

    /// <summary>A gateway sends nothing to a service whose health checks failed until the next one, unless it has answered lately.</summary>
    private static async Task IsForwardedTo(City city, int gateway, string service)
    {
        var operators = new Api(city.Processes.Of("gateway", gateway).Address, await city.Processes.Tokens.Official("operator-1", "01.UBND", ["operator"]), "operator-1");
        await Eventually.Holds(async () => (await operators.Get($"/v1/operations/{service}")).Status == 200, $"gateway {gateway} reaches {service}");
    }
}
