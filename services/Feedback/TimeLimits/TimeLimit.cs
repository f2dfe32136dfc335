using System.Collections.Immutable;
using System.ComponentModel;
using System.Text.Json.Serialization;
using Ecosystem.Feedback.Calendars;
using Ecosystem.Feedback.Categories;

namespace Ecosystem.Feedback.TimeLimits;

/// <summary>How the law counts: by hours of office, by days of office, or by days of the calendar.</summary>
public enum LimitUnit { WorkingHours, WorkingDays, Days }

/// <summary>A length of time as a decision states it; 0 = at once.</summary>
public sealed record TimeLimit(int Amount, [property: Description("workingHours, workingDays or days (of the calendar).")] LimitUnit Unit)
{
    public DateTimeOffset From(DateTimeOffset start, WorkingCalendar calendar) => Unit switch
    {
        LimitUnit.WorkingHours => calendar.Add(start, TimeSpan.FromHours(Amount)),
        LimitUnit.WorkingDays => calendar.AddWorkingDays(start, Amount),
        _ => calendar.AddDays(start, Amount),
    };
}

/// <summary>How long after a missed deadline, of which the unit's head hears at once, the coordinating unit and the chair of the province's People's Committee hear of it.</summary>
public sealed record Ladder(TimeLimit CoordinatingUnit, TimeLimit Chair)
{
    public const int Levels = 3;

    /// <param name="level">2 or 3: level 1 hears at once.</param>
    public TimeLimit Until(int level) => level < Levels ? CoordinatingUnit : Chair;
}

/// <summary>Limits for the reports that it names: all keys that it has must fit, and a limit that it lacks comes from a less special rule.</summary>
/// <param name="Waiting">The most that pauses of one report may take together.</param>
/// <param name="Extension">The latest date to which an interim answer may put the answer off, from that answer.</param>
public sealed record LimitRule(
    string? Category = null, string? Source = null, string? Severity = null,
    TimeLimit? FirstResponse = null, TimeLimit? Update = null, TimeLimit? Resolution = null, TimeLimit? Waiting = null, TimeLimit? Extension = null, Ladder? Ladder = null)
{
    /// <summary>As operators read it, e.g. "lighting/*/urgent".</summary>
    [JsonIgnore]
    public string Name => $"{Category ?? "*"}/{Source ?? "*"}/{Severity ?? "*"}";

    /// <summary>Whether it is for all reports.</summary>
    [JsonIgnore]
    public bool IsGeneral => (Category, Source, Severity) == (null, null, null);

    public bool Fits(ReportKind kind) => kind.DepthOf(Category) >= 0 && Fits(Source, kind.Source) && Fits(Severity, kind.Severity);

    /// <summary>The category weighs more than the source, the source more than the severity, and a category more than those above it.</summary>
    public int WeightFor(ReportKind kind) => 4 * kind.DepthOf(Category) + (Source is null ? 0 : 2) + (Severity is null ? 0 : 1);

    private static bool Fits(string? key, string? value) => key is null || key.Equals(value, StringComparison.OrdinalIgnoreCase);
}

/// <summary>What limits depend on: the category with those above it, from the root down, the source and the severity.</summary>
public sealed record ReportKind(ImmutableArray<string> Path, string? Source = null, string? Severity = null)
{
    public ReportKind(string category, string? source = null, string? severity = null) : this([category], source, severity)
    {
    }

    public static ReportKind Of(Catalogue catalogue, string category, string? source, string? severity) => new(catalogue.Find(category)?.Path ?? [category], source, severity);

    /// <summary>0 for any category, more for one that is nearer to the report's own; -1 for another one.</summary>
    public int DepthOf(string? category) => category is null ? 0 : Path.IndexOf(category) is var depth and >= 0 ? depth + 1 : -1;
}

/// <summary>The limits of one report.</summary>
/// <param name="Update">How often the citizen hears something until the answer; null: the answer is the next news.</param>
public sealed record Limits(TimeLimit FirstResponse, TimeLimit? Update, TimeLimit Resolution, TimeLimit Waiting, TimeLimit Extension, Ladder Ladder)
{
    /// <summary>Null where the rules lack one that every report needs.</summary>
    public static Limits? Of(IReadOnlyList<LimitRule> rules, ReportKind kind)
    {
        LimitRule[] fitting = [.. rules.Where(rule => rule.Fits(kind)).OrderByDescending(rule => rule.WeightFor(kind))];
        T? First<T>(Func<LimitRule, T?> limit) where T : class => fitting.Select(limit).FirstOrDefault(found => found is not null);
        return (First(rule => rule.FirstResponse), First(rule => rule.Resolution), First(rule => rule.Waiting), First(rule => rule.Extension), First(rule => rule.Ladder)) switch
        {
            ({ } first, { } resolution, { } waiting, { } extension, { } ladder) => new(first, First(rule => rule.Update), resolution, waiting, extension, ladder),
            _ => null,
        };
    }
}
