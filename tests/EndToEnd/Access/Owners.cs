namespace Ecosystem.EndToEnd.Access;

/// <summary>For each kind of caller the one whose thing it is, and another of the same kind with the same scopes.</summary>
internal sealed record Owners(Owners.Pair Citizen, Owners.Pair Unit, Owners.Pair Recipient, Owners.Pair Issuer, Owners.Pair Coordinator, Owners.Pair System)
{
    public const string OwnSystem = $"01/{City.Committee}/own";

    public static async Task<Owners> Of(City city, Api resident)
    {
        async Task<Api> Partner(string name) => new(city.Processes.Gateway, await city.Processes.Tokens.System(name, [.. ServiceDefaults.Roles.OfPartners]), name);
        return new(
            new("citizen", resident, await city.Citizen()),
            new("official", await city.Official(City.Committee, "leader", "own-leader"), await city.Official("01.00070.UBND", "leader", "other-leader")),
            new("official", await city.Official(City.Front, "leader", "own-front"), await city.Official("01.00070.MTTQ", "leader", "other-front")),
            new("official", await city.Official("01.MTTQ", "leader", "own-issuer"), await city.Official("31.MTTQ", "leader", "other-issuer")),
            new("coordinator", await city.Official("01.UBND", "coordinator", "own-coordinator"), await city.Official("24.UBND", "coordinator", "other-coordinator")),
            new("system", await Partner(OwnSystem), await Partner("01/01.00070.UBND/other")));
    }

    /// <summary>The columns of the table for an operation: officials are of the unit which the thing is about.</summary>
    public Pair[] For(string path) =>
        [Citizen, path.EndsWith("/roll-up", StringComparison.Ordinal) ? Issuer : path.StartsWith("/v1/directives/", StringComparison.Ordinal) ? Recipient : Unit, Coordinator, System];

    internal sealed record Pair(string Kind, Api Own, Api Other);
}
