namespace Ecosystem.Gateway.Limits;

/// <summary>How much a client may ask for: section "Limits" of the configuration, read anew when it changes.</summary>
public sealed class LimitSettings
{
    /// <summary>The registry's word for the plan of the kind; it needs no entry.</summary>
    public const string Standard = "standard";

    /// <summary>The plan without any limit; it needs no entry.</summary>
    private const string Unlimited = "unlimited";

    /// <summary>By plan, then by class of request. A class that a plan does not name is not limited.</summary>
    public Dictionary<string, Dictionary<string, Policy[]>> Plans { get; init; } = [];

    /// <summary>The plan of everyone of a kind: anonymous, citizen, official, system, sandbox.</summary>
    public Dictionary<string, string> PlanOfKind { get; init; } = [];

    /// <summary>The plan of a system that has another than the registry or its kind says, by client id.</summary>
    public Dictionary<string, string> PlanOfClient { get; init; } = [];

    /// <summary>Classes that are refused rather than let through uncounted while the quota cannot be shared.</summary>
    public string[] Closed { get; init; } = [];

    /// <summary>The plans that a partner may be registered with.</summary>
    public IEnumerable<string> Names => Plans.Keys.Order(StringComparer.Ordinal).Prepend(Unlimited).Prepend(Standard);

    /// <param name="registered">The plan of the registry of partners; one that is not known here any more counts as none.</param>
    public Policy[] Of(Client client, string requestClass, string? registered = null) =>
        (PlanOfClient.GetValueOrDefault(client.ClientId) ?? Known(registered) ?? PlanOfKind.GetValueOrDefault(client.Kind)) is { } plan && Plans.TryGetValue(plan, out var classes)
            ? classes.GetValueOrDefault(requestClass, [])
            : [];

    private string? Known(string? plan) => plan is Unlimited || (plan is not null && Plans.ContainsKey(plan)) ? plan : null;

    /// <summary>Null when the settings make sense, else what is wrong with them.</summary>
    public string? Fault() =>
        PlanOfKind.Values.Concat(PlanOfClient.Values).FirstOrDefault(plan => plan != Unlimited && !Plans.ContainsKey(plan)) is { } missing ? $"Limits: there is no plan {missing}."
        : Plans.Values.SelectMany(plan => plan.Values).SelectMany(policies => policies).Any(policy => policy is not { Name.Length: > 0, Quota: > 0, Seconds: > 0 }) ? "Limits: a policy needs a Name, a Quota and Seconds."
        : null;
}

/// <summary>So many requests in each window.</summary>
/// <param name="Name">As the headers and refusals tell it, e.g. read or read-daily.</param>
/// <param name="Seconds">Length of the window; windows begin at multiples of it since 1970.</param>
public sealed record Policy(string Name, int Quota, int Seconds)
{
    /// <summary>What an instance gives away before it asks for a share, so that whoever asks seldom costs no statement.</summary>
    public int Credit => Math.Max(1, Quota / 64);
}
