namespace Ecosystem.EndToEnd.Faults;

/// <summary>Leaves the city to the next test as it was, also when a test of faults has failed half-way.</summary>
internal static class Repair
{
    public static async Task Everything(City city)
    {
        if (!city.Servers.ArePrivate) return;
        await city.Servers.Start();
        await Task.WhenAll(city.Processes.Instances.Where(process => !process.Runs).Select(process => process.Start()));
    }

    /// <summary>Faults are made only with servers that belong to the tests.</summary>
    public static void NeedsOwnServers(City city) => Assert.SkipUnless(city.Servers.ArePrivate, "ECOSYSTEM_POSTGRES or ECOSYSTEM_RABBITMQ names a server that is not the tests' own.");

    public static async Task<Api[]> Citizens(this City city, int count) => await Task.WhenAll(Enumerable.Range(0, count).Select(_ => city.Citizen()));
}
