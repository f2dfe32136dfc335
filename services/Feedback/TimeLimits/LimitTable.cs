using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;
using Ecosystem.EventSourcing;

namespace Ecosystem.Feedback.TimeLimits;

// Quoted names are in the database for good: add, never rename.
public abstract record LimitTableEvent;

/// <summary>A decision fixed all limits anew, for reports that are submitted from a day on.</summary>
[Stored("time_limits_set")]
public sealed record TimeLimitsSet(string Code, string Decision, DateOnly ValidFrom, ImmutableList<LimitRule> Rules, DateTimeOffset At) : LimitTableEvent
{
    public bool SaysAs(TimeLimitsSet? other) => other is not null && (Decision, ValidFrom) == (other.Decision, other.ValidFrom) && Rules.SequenceEqual(other.Rules);
}

/// <summary>A province's time limits: the shipped ones, and those of decisions. It is the row of its own view as well.</summary>
public sealed record LimitTable(ImmutableList<TimeLimitsSet> Decisions)
{
    public static readonly LimitTable Shipped = new([]);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>The table Data/time-limits.json.</summary>
    public static readonly IReadOnlyList<LimitRule> ShippedRules = Read();

    public static Guid IdOf(string code) => NamedId.Of($"time_limits:{code}");

    public static LimitTable Evolve(LimitTable table, LimitTableEvent happened) => happened switch
    {
        TimeLimitsSet e => new(table.Decisions.Add(e)),
        _ => throw new UnreachableException($"{happened.GetType().Name} has no meaning yet."),
    };

    public static LimitTable? Fold(LimitTable? row, Guid id, LimitTableEvent happened) => Evolve(row ?? Shipped, happened);

    /// <summary>The decision in force on a day: the latest validity, of two with the same the one that was entered later; null: the shipped rules.</summary>
    public TimeLimitsSet? InForce(DateOnly day) => Decisions.Where(decision => decision.ValidFrom <= day).OrderBy(decision => decision.ValidFrom).LastOrDefault();

    public IReadOnlyList<LimitRule> Rules(DateOnly day) => InForce(day)?.Rules ?? ShippedRules;

    private static LimitRule[] Read()
    {
        using var table = typeof(LimitTable).Assembly.GetManifestResourceStream("Ecosystem.Feedback.Data.time-limits.json")!;
        return JsonSerializer.Deserialize<LimitRule[]>(table, Json)!;
    }
}
