using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Ecosystem.Feedback.Routing;

/// <summary>What a matter is, worked out once for all rules.</summary>
/// <param name="Path">Its category and those above it.</param>
/// <param name="Worded">The rules of which a word or phrase is in its text.</param>
/// <param name="Time">As clocks in Viet Nam show it.</param>
internal sealed record Facts(Matter Matter, ImmutableArray<string> Path, IReadOnlyDictionary<int, string> Worded, DateTime Time);

/// <summary>One rule made for asking: cheap questions first.</summary>
internal sealed class Matcher(Rule rule, int number)
{
    private readonly Condition when = rule.When;
    private readonly FrozenSet<string>? categories = rule.When.Categories?.ToFrozenSet();
    private readonly FrozenSet<string>? communes = rule.When.Communes?.ToFrozenSet();
    private readonly Polygon? area = rule.When.Area is { } corners ? new(corners) : null;

    public Rule Rule => rule;

    public bool Fits(Facts facts) =>
        (communes is null || communes.Contains(facts.Matter.Commune))
        && (categories is null || Category(facts) is not null)
        && (when.Words is null || facts.Worded.ContainsKey(number))
        && (when.Severities is null || when.Severities.Contains(facts.Matter.Severity))
        && (when.Sources is null || when.Sources.Contains(facts.Matter.Source))
        && (when.Weekdays is null || when.Weekdays.Contains(facts.Time.DayOfWeek))
        && (when.From is null || TimeOnly.FromDateTime(facts.Time).IsBetween(when.From.Value, when.Until!.Value))
        && (area is null || (facts.Matter.Spot is { } spot && area.Contains(spot)))
        && (when.Answers is null || when.Answers.All(asked => Answer(asked, facts) is not null));

    /// <summary>What of the matter met each part of the condition.</summary>
    public IEnumerable<Reason> Why(Facts facts)
    {
        if (communes is not null) yield return new("communes", facts.Matter.Commune);
        if (categories is not null) yield return new("categories", Category(facts)!);
        if (when.Words is not null) yield return new("words", facts.Worded[number]);
        if (when.Severities is not null) yield return new("severities", Name(facts.Matter.Severity));
        if (when.Sources is not null) yield return new("sources", Name(facts.Matter.Source));
        if (when.Weekdays is not null) yield return new("weekdays", Name(facts.Time.DayOfWeek));
        if (when.From is not null) yield return new("from", $"{facts.Time:HH:mm}");
        if (area is not null) yield return new("area", FormattableString.Invariant($"{facts.Matter.Spot!.Latitude},{facts.Matter.Spot.Longitude}"));
        foreach (var asked in when.Answers ?? ImmutableDictionary<string, string[]>.Empty) yield return new("answers", $"{asked.Key}={Answer(asked, facts)}");
    }

    private string? Category(Facts facts)
    {
        foreach (var code in facts.Path)
            if (categories!.Contains(code)) return code;
        return null;
    }

    private static string? Answer(KeyValuePair<string, string[]> asked, Facts facts) =>
        facts.Matter.Answers?.GetValueOrDefault(asked.Key)?.FirstOrDefault(asked.Value.Contains);

    private static string Name<T>(T value) where T : struct, Enum => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName($"{value}");
}

/// <summary>What of a report met a part of a rule's condition.</summary>
/// <param name="Part">Name of the condition's part.</param>
/// <param name="Met">What met it.</param>
public sealed record Reason(string Part, string Met);
