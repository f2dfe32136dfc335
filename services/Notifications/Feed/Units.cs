using System.Collections.Immutable;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Notifications.Feed;

/// <summary>The few organisations that cover one: written down with each line, so that readers are matched by an index.</summary>
public static class Units
{
    /// <summary>The organisation itself and all above it.</summary>
    public static ImmutableArray<string> CoveringOf(string code)
    {
        var parts = code.Split('.');
        string[] candidates = [code, $"{parts[0]}.{parts[^1]}", $"{parts[0]}.MTTQ", $"{parts[0]}.{parts[1]}.MTTQ"];
        return [.. candidates.Where(above => OrganisationCode.Covers(above, code)).Distinct()];
    }
}
