using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Guidance;

/// <summary>An article that no longer holds is shown and quoted no more; what it said, and until when, stays in its history.</summary>
public static class WithdrawArticle
{
    /// <param name="Reason">Why, 3 to 500 characters; editors read it in the history.</param>
    public sealed record Command([property: Text(3, 500)] string Reason);

    public static ArticleEvent[] Decide(Command command, Article article, Official by, DateTimeOffset now)
    {
        article.RequireEditor(by);
        return article.Status switch
        {
            ArticleStatus.Published => [new ArticleWithdrawn(command.Reason.Trim(), now)],
            ArticleStatus.Withdrawn => [],
            _ => throw new Refused(GuidanceProblems.IllegalStep) { Allowed = ["publication"] },
        };
    }

    public static async Task<Ok<Written>> Handle(string code, Command command, Official by, EventStream<Article, ArticleEvent> articles, TimeProvider clock, CancellationToken ct) =>
        TypedResults.Ok((await articles.Append(Article.IdOf(code), article => Decide(command, article, by, clock.GetUtcNow()), ct)).Written);
}
