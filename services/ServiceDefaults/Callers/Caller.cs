using System.Collections.Immutable;
using Ecosystem.EventSourcing;
using Microsoft.AspNetCore.Http;

namespace Ecosystem.ServiceDefaults;

/// <summary>Who asks, from the checked token and never from the request. A handler takes the kind that it serves as a parameter.</summary>
/// <param name="Id">The token's subject.</param>
/// <param name="Scopes">What the caller may do at all; whose things it may touch is decided next to the feature.</param>
public abstract record Caller(string Id, ImmutableHashSet<string> Scopes)
{
    public static ValueTask<Caller> BindAsync(HttpContext http) => As<Caller>(http);

    /// <summary>The caller of this request; null where none has shown a valid token.</summary>
    public static Caller? Of(HttpContext http) => http.Features.Get<Caller>();

    private protected static ValueTask<T> As<T>(HttpContext http) where T : Caller => Of(http) switch
    {
        T caller => ValueTask.FromResult(caller),
        null => throw new Refused(CallerProblems.Unauthenticated),
        _ => throw new Refused(CallerProblems.WrongKind),
    };
}

/// <param name="Level">Assurance of the identity: 1 or 2, as VNeID's account levels.</param>
public sealed record Citizen(string Id, int Level) : Caller(Id, Roles.OfCitizens)
{
    public static new ValueTask<Citizen> BindAsync(HttpContext http) => As<Citizen>(http);
}

/// <summary>Someone who acts in the name of an organisation.</summary>
public sealed record Official(string Id, string Organisation, ImmutableHashSet<string> Roles) : Caller(Id, ServiceDefaults.Roles.Scopes(Roles))
{
    /// <summary>Whether the person proved itself with more than a password; operators must.</summary>
    public bool HasSecondFactor { get; init; }

    /// <summary>Codes of the categories to which this person's work is limited; null: all.</summary>
    public ImmutableHashSet<string>? Categories { get; init; }

    /// <summary>Whether things of this category are the person's at all.</summary>
    public bool Handles(string category) => Categories?.Contains(category) ?? true;

    /// <summary>True for the own organisation and those below it, see <see cref="OrganisationCode.Covers"/>.</summary>
    public bool ActsFor(string organisationCode) => OrganisationCode.Covers(Organisation, organisationCode);

    public static new ValueTask<Official> BindAsync(HttpContext http) => As<Official>(http);
}

/// <summary>Another system, which acts for itself.</summary>
public sealed record SystemClient(string Id, ImmutableHashSet<string> Scopes) : Caller(Id, Scopes)
{
    public static new ValueTask<SystemClient> BindAsync(HttpContext http) => As<SystemClient>(http);
}
