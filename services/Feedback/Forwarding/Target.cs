using System.Collections.Immutable;
using System.Diagnostics;
using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback.Forwarding;

// Quoted names are in the database for good: add, never rename.
public abstract record TargetEvent;

/// <summary>The coordinating unit decided how another agency's server is used from a day on.</summary>
/// <param name="Key">The agency's key for us, under the target's own key.</param>
[Stored("forwarding_target_set")]
public sealed record TargetSet(string Code, string Province, TargetUse Use, Sealed? Key, string Decision, DateOnly ValidFrom, DateOnly? ValidTo, DateTimeOffset At) : TargetEvent;

/// <param name="Url">Where the addresses of its GeoReport v2 begin.</param>
/// <param name="Services">The agency's service codes by our categories; a category that is not here does not go there.</param>
/// <param name="Units">Whose reports go there, with those of the units below; none: every unit's.</param>
/// <param name="Partner">Its system among our partners, which may tell us updates.</param>
public sealed record TargetUse(string Name, string Url, string? Jurisdiction, ImmutableSortedDictionary<string, string> Services, ImmutableList<string> Units, string? Partner)
{
    public bool Takes(string category, string unit) => Services.ContainsKey(category) && (Units.IsEmpty || Units.Any(above => OrganisationCode.Covers(above, unit)));

    public bool SaysAs(TargetUse other) =>
        (Name, Url, Jurisdiction, Partner) == (other.Name, other.Url, other.Jurisdiction, other.Partner) && Services.SequenceEqual(other.Services) && Units.SequenceEqual(other.Units);
}

/// <summary>Another agency's server: what was decided about it, first to last. It is the row of its own view as well.</summary>
public sealed record Target(ImmutableList<TargetSet> Settings)
{
    public static readonly Target None = new([]);

    public static Guid IdOf(string province, string code) => NamedId.Of($"forwarding-target:{province}:{code}");

    /// <summary>Under whose key the agency's key is sealed.</summary>
    public static string SubjectOf(string province, string code) => $"forwarding-target:{province}:{code}";

    public static Target Evolve(Target target, TargetEvent happened) => happened switch
    {
        TargetSet e => new(target.Settings.Add(e)),
        _ => throw new UnreachableException($"{happened.GetType().Name} has no meaning yet."),
    };

    public static Target? Fold(Target? row, Guid id, TargetEvent happened) => Evolve(row ?? None, happened);

    /// <summary>What counts on a day; null where nothing does.</summary>
    public TargetSet? InForce(DateOnly day) =>
        Settings.Where(setting => setting.ValidFrom <= day).OrderBy(setting => setting.ValidFrom).LastOrDefault() is { } last && (last.ValidTo is null || day <= last.ValidTo) ? last : null;

    /// <summary>The day in Viet Nam, which has had no other time since 1975.</summary>
    public static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(TimeSpan.FromHours(7)).DateTime);
}
