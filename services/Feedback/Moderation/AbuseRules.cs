using System.Collections.Immutable;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Diagnostics;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Configuration;

namespace Ecosystem.Feedback.Moderation;

/// <summary>What keeps a few from spoiling it for all.</summary>
public sealed record AbuseRules(
    [property: Range(1, 10_000), Description("How many reports one person may send in an hour, 1 to 10,000.")] int ReportsPerHour,
    [property: BlockedWords, Description("Words that a person looks at before everybody sees them: at most 500 of 2 to 60 letters, accents count, case does not.")] IReadOnlyList<string> BlockedWords)
{
    /// <summary>Whole words only: syllables of Vietnamese are short, and one is found in many others.</summary>
    public bool Blocks(string text) => BlockedWords.Any(word => Occurs(text, word));

    private static bool Occurs(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
            if (!IsLetter(text, at - 1) && !IsLetter(text, at + word.Length)) return true;
        return false;
    }

    private static bool IsLetter(string text, int at) => at >= 0 && at < text.Length && char.IsLetterOrDigit(text[at]);
}

// Quoted names are in the database for good: add, never rename.
public abstract record AbuseEvent;

/// <param name="Decision">Number of the decision that orders it.</param>
[Stored("abuse_rules_set")]
public sealed record AbuseRulesSet(AbuseRules Rules, DateTimeOffset From, string Decision, DateTimeOffset At) : AbuseEvent;

/// <summary>The rules that there ever were, beginning with those shipped.</summary>
public sealed record AbusePlan(ImmutableList<Valid<AbuseRules>> Versions) : IScheduled<AbuseRules>
{
    public static readonly Guid Id = NamedId.Of("abuse rules");

    private static readonly AbuseRules AtFirst = Shipped.Read<AbuseRules>("abuse.json");

    public IEnumerable<DateTimeOffset> Turns => Versions.Select(version => version.From);

    public static AbusePlan New(Guid id) => new([new(AtFirst, DateTimeOffset.MinValue, null, 0)]);

    public AbuseRules At(DateTimeOffset time) => Versions.At(time)!.Content!;

    public static AbusePlan Evolve(AbusePlan plan, AbuseEvent happened) => happened switch
    {
        AbuseRulesSet e => new(plan.Versions.Add(new(e.Rules, e.From, e.Decision, plan.Versions.Count))),
        _ => throw new UnreachableException($"{happened.GetType().Name} has no meaning yet."),
    };
}
