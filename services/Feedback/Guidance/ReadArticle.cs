using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Guidance;

/// <summary>What is published under a code, now or at a time; editors of the owning unit also see the draft and what happened.</summary>
public static class ReadArticle
{
    /// <param name="Code">Names the article for good.</param>
    /// <param name="Kind">procedure, faq, stopper or responsibility.</param>
    /// <param name="Owner">Code of the organisation whose editors answer for it.</param>
    /// <param name="Edition">How often it was published, from 1.</param>
    /// <param name="PublishedAt">When this edition came out, in UTC.</param>
    /// <param name="Content">What it says.</param>
    public sealed record Shown(Guid Id, long Version, long Position, string Code, ArticleKind Kind, string Owner, int Edition, DateTimeOffset? PublishedAt, ArticleContent Content) : IPositioned;

    /// <param name="Status">draft, published or withdrawn.</param>
    /// <param name="Draft">What publishing would publish; null where there is no change to publish.</param>
    /// <param name="Published">What is published, or was before it was withdrawn; null before.</param>
    public sealed record ForEditors(Guid Id, long Version, long Position, string Code, ArticleKind Kind, string Owner, ArticleStatus Status, int Edition, ArticleContent? Draft, ArticleContent? Published) : IPositioned;

    public static async Task<Ok<Shown>> Handle(string code, [SensibleTime] DateTimeOffset? asOf, EventStream<Article, ArticleEvent> articles, CancellationToken ct)
    {
        var row = await articles.View<ArticleRow>(Article.IdOf(code), ct, asOf);
        return row is { Data: { IsOut: true, Published: { } content } article }
            ? TypedResults.Ok(new Shown(row.Id, row.Version, row.Position, article.Code, article.Kind, article.Owner, article.Edition, article.PublishedAt, content))
            : throw new Refused(Problem.NotFound);
    }

    public static async Task<Ok<ForEditors>> Desk(string code, Official by, EventStream<Article, ArticleEvent> articles, CancellationToken ct)
    {
        var row = await articles.View<ArticleRow>(Article.IdOf(code), ct);
        return row?.Data is { } article && by.ActsFor(article.Owner)
            ? TypedResults.Ok(new ForEditors(row.Id, row.Version, row.Position, article.Code, article.Kind, article.Owner, article.Status, article.Edition, article.Draft, article.Published))
            : throw new Refused(Problem.NotFound);
    }

    public static async Task<Ok<Page<HistoryEntry>>> History(string code, Official by, EventStream<Article, ArticleEvent> articles, StreamLog log, CancellationToken ct)
    {
        var id = Article.IdOf(code);
        (await articles.Load(id, ct)).State.RequireEditor(by);
        return TypedResults.Ok(new Page<HistoryEntry>(await log.History(id, ct), Next: null));
    }
}
