namespace Ecosystem.Local;

/// <summary>What may differ between two ecosystems on the same servers.</summary>
public sealed record EcosystemOptions
{
    /// <summary>How many processes of the gateway and of each service.</summary>
    public int Instances { get; init; } = 1;

    /// <summary>Where a sandbox beside the live services keeps what is its own; null: there is none.</summary>
    public Backends? Sandbox { get; init; }

    /// <summary>Added to, or replacing, what the gateway and the services are given.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();
}
