using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Ecosystem.EventSourcing;

namespace Ecosystem.Feedback.Guidance;

// Quoted names are in the database for good: add, never rename.
public abstract record QuestionEvent;

/// <param name="Keeper">Under whose key the text is: the month's, which is destroyed when the month is long past.</param>
/// <param name="Text">Masked before it was sealed.</param>
[Stored("question_asked")]
public sealed record QuestionAsked(string Keeper, Sealed Text, ImmutableArray<Quoted> Quoted, bool IsAnswered, DateTimeOffset At) : QuestionEvent;

[Stored("reply_rated")]
public sealed record ReplyRated(bool Helpful, DateTimeOffset At) : QuestionEvent;

/// <param name="Article">Code of the article that answers it now; null: none is needed.</param>
[Stored("question_settled")]
public sealed record QuestionSettled(string? Article, DateTimeOffset At) : QuestionEvent;

/// <summary>An article that a reply quoted.</summary>
public sealed record Quoted(string Code, int Edition, double Score);

/// <summary>What the rules need to remember. Null: not asked, not rated.</summary>
public sealed record Question(DateTimeOffset? AskedAt, bool? Helpful = null, bool IsSettled = false, string? SettledBy = null)
{
    public static Question New(Guid id) => new(AskedAt: null);

    public static Question Evolve(Question question, QuestionEvent happened) => happened switch
    {
        QuestionAsked e => new(e.At),
        ReplyRated e => question with { Helpful = e.Helpful, IsSettled = question.IsSettled && e.Helpful },
        QuestionSettled e => question with { IsSettled = true, SettledBy = e.Article },
        _ => throw new UnreachableException($"{happened.GetType().Name} has no meaning yet."),
    };

    /// <summary>The key of a month. No token's subject has such letters, so it can be no person's.</summary>
    public static string KeeperOf(DateTimeOffset time) => string.Create(CultureInfo.InvariantCulture, $"câu hỏi {time.UtcDateTime:yyyy-MM}");
}

/// <summary>A question as the editors' list needs it.</summary>
public sealed record QuestionRow(string Keeper, Sealed Text, ImmutableArray<Quoted> Quoted, bool IsAnswered, DateTimeOffset At)
{
    public bool? Helpful { get; init; }

    /// <summary>An editor should look at it: it was not answered, or not helpfully, and nobody has settled it.</summary>
    public bool IsOpen { get; init; }

    public static QuestionRow? Fold(QuestionRow? row, Guid id, QuestionEvent happened) => happened switch
    {
        QuestionAsked e => new(e.Keeper, e.Text, e.Quoted, e.IsAnswered, e.At) { IsOpen = !e.IsAnswered },
        ReplyRated e => row! with { Helpful = e.Helpful, IsOpen = !e.Helpful || (row.IsOpen && !row.IsAnswered) },
        QuestionSettled => row! with { IsOpen = false },
        _ => row,
    };
}
