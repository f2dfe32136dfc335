using Ecosystem.EventSourcing;
using Microsoft.AspNetCore.Http;

namespace Ecosystem.ServiceDefaults;

/// <summary>What a caller lacks for an endpoint, in words that tell how to get it.</summary>
/// <param name="Name">The member that says what, e.g. scope.</param>
internal sealed record Denial(Problem Problem, string Name, object Value)
{
    /// <summary>Null: nothing is lacking.</summary>
    public static Denial? Of(Caller caller, Endpoint? endpoint)
    {
        var scopes = endpoint?.Metadata.GetOrderedMetadata<RequiredScope>().Select(scope => scope.Name).ToList() ?? [];
        if (scopes.Find(scope => !caller.Scopes.Contains(scope)) is { } missing)
            return new(CallerProblems.MissingScope, "scope", missing);
        // Systems prove themselves with a key and have no second factor; people who may change the ecosystem itself need one.
        if (caller is Official { HasSecondFactor: false } && scopes.Find(Roles.OfOperators.Contains) is { } powerful)
            return new(CallerProblems.SecondFactorRequired, "scope", powerful);
        return caller is Citizen citizen && endpoint?.Metadata.GetMetadata<RequiredLevel>() is { } required && citizen.Level < required.Level
            ? new(CallerProblems.HigherLevelRequired, "level", required.Level)
            : null;
    }
}
