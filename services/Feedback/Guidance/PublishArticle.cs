using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Guidance;

/// <summary>From now on everybody reads what the draft says; a withdrawn article without a draft comes back as it was.</summary>
public static class PublishArticle
{
    public static ArticleEvent[] Decide(Article article, Official by, DateTimeOffset now)
    {
        article.RequireEditor(by);
        return article is { Status: ArticleStatus.Published, Draft: null } ? [] : [new ArticlePublished(article.Edition + 1, now)];
    }

    public static async Task<Ok<Written>> Handle(string code, Official by, EventStream<Article, ArticleEvent> articles, TimeProvider clock, CancellationToken ct) =>
        TypedResults.Ok((await articles.Append(Article.IdOf(code), article => Decide(article, by, clock.GetUtcNow()), ct)).Written);
}
