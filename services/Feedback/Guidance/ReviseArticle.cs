using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Guidance;

/// <summary>An editor of the owning unit changes the words; what is published stays until the change is published too.</summary>
public static class ReviseArticle
{
    public static ArticleEvent[] Decide(ArticleContent content, Article article, Official by, DateTimeOffset now)
    {
        article.RequireEditor(by);
        content.Fit(article.Kind);
        return content.Says(article.Draft ?? article.Published) ? [] : [new ArticleRevised(content, now)];
    }

    public static async Task<Ok<Written>> Handle(string code, ArticleContent content, Official by, EventStream<Article, ArticleEvent> articles, TimeProvider clock, CancellationToken ct) =>
        TypedResults.Ok((await articles.Append(Article.IdOf(code), article => Decide(content, article, by, clock.GetUtcNow()), ct)).Written);
}
