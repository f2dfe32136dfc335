using System.Diagnostics;
using Ecosystem.EventSourcing;

namespace Ecosystem.Feedback.Guidance;

public enum ArticleKind { Procedure, Faq, Stopper, Responsibility }

public enum ArticleStatus { Absent, Draft, Published, Withdrawn }

// Quoted names are in the database for good: add, never rename.
public abstract record ArticleEvent;

[Stored("article_drafted")]
public sealed record ArticleDrafted(string Code, ArticleKind Kind, string Owner, ArticleContent Content, DateTimeOffset At) : ArticleEvent;

[Stored("article_revised")]
public sealed record ArticleRevised(ArticleContent Content, DateTimeOffset At) : ArticleEvent;

/// <param name="Edition">How often it was published, from 1.</param>
[Stored("article_published")]
public sealed record ArticlePublished(int Edition, DateTimeOffset At) : ArticleEvent;

[Stored("article_withdrawn")]
public sealed record ArticleWithdrawn(string Reason, DateTimeOffset At) : ArticleEvent;

/// <summary>The text that comes with this program, published at once; no editor has touched the article so far.</summary>
[Stored("article_shipped")]
public sealed record ArticleShipped(string Code, ArticleKind Kind, string Owner, ArticleContent Content, DateTimeOffset At) : ArticleEvent;

/// <summary>What the rules need to remember, and no more.</summary>
/// <param name="Owner">The unit whose editors answer for it.</param>
public sealed record Article(ArticleStatus Status, ArticleKind Kind = default, string Owner = "", int Edition = 0)
{
    /// <summary>What publishing would publish; null when that is out already.</summary>
    public ArticleContent? Draft { get; init; }

    public ArticleContent? Published { get; init; }

    /// <summary>No editor has touched it: a newer program may ship newer words.</summary>
    public bool IsAsShipped { get; init; }

    public static Guid IdOf(string code) => NamedId.Of($"article:{code}");

    public static Article New(Guid id) => new(ArticleStatus.Absent);

    public static Article Evolve(Article article, ArticleEvent happened) => happened switch
    {
        ArticleDrafted e => new(ArticleStatus.Draft, e.Kind, e.Owner) { Draft = e.Content },
        ArticleRevised e => article with { Draft = e.Content, IsAsShipped = false },
        ArticlePublished e => article with { Status = ArticleStatus.Published, Edition = e.Edition, Published = article.Draft ?? article.Published, Draft = null, IsAsShipped = false },
        ArticleWithdrawn => article with { Status = ArticleStatus.Withdrawn, IsAsShipped = false },
        ArticleShipped e => new(ArticleStatus.Published, e.Kind, e.Owner, article.Edition + 1) { Published = e.Content, IsAsShipped = true },
        _ => throw new UnreachableException($"{happened.GetType().Name} has no meaning yet."),
    };

    /// <exception cref="Refused">There is no such article, or another unit answers for it.</exception>
    public void RequireEditor(ServiceDefaults.Official by)
    {
        if (Status is ArticleStatus.Absent) throw new Refused(Problem.NotFound);
        if (!by.ActsFor(Owner)) throw Refused.Foreign;
    }
}
