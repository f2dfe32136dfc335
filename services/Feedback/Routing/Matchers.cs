using System.Collections.Immutable;
using Ecosystem.Feedback.Categories;

namespace Ecosystem.Feedback.Routing;

/// <summary>A set of rules made for asking, once when it comes into force.</summary>
/// <param name="version">Of the live rules or the draft, by which it can be named; 0 is what was shipped.</param>
public sealed class Matchers(RuleSet rules, long version)
{
    // Viet Nam has had no other time since 1975, so no time zone data is needed.
    private static readonly TimeSpan VietnamTime = TimeSpan.FromHours(7);

    private readonly ImmutableArray<Matcher> matchers = [.. rules.Rules.Select((rule, nr) => new Matcher(rule, nr))];
    private readonly Phrases phrases = new(rules.Rules);

    public RuleSet Rules => rules;

    public long Version => version;

    /// <summary>Whether rules look at what only an opened statement tells.</summary>
    public bool ReadStatements { get; } = rules.Rules.Any(rule => rule.When is { Words: not null } or { Area: not null } or { Answers: not null });

    /// <summary>The rules that fit, first things first; found one by one, as the first is most often enough.</summary>
    public IEnumerable<Fitting> Of(Matter matter, Catalogue categories)
    {
        var path = categories.Find(matter.Category)?.Path ?? [matter.Category];
        var facts = new Facts(matter, path, phrases.In(matter.Text), matter.At.ToOffset(VietnamTime).DateTime);
        foreach (var matcher in matchers)
            if (matcher.Fits(facts)) yield return new(matcher.Rule, () => [.. matcher.Why(facts)]);
    }
}

/// <summary>A rule that fits a matter.</summary>
/// <param name="Why">What of the matter met its condition.</param>
public sealed record Fitting(Rule Rule, Func<ImmutableArray<Reason>> Why);
