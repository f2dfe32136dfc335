using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Guidance;

/// <summary>An editor takes a question off the list: an article answers it now, or none is needed.</summary>
public static class SettleQuestion
{
    /// <param name="Article">Code of the published article that answers it now; left out: none is needed.</param>
    public sealed record Command([property: Text(3, 80)] string? Article = null);

    public static QuestionEvent[] Decide(Command command, Question question, DateTimeOffset now) => question switch
    {
        { AskedAt: null } => throw new Refused(Problem.NotFound),
        { IsSettled: true } when question.SettledBy == command.Article => [],
        _ => [new QuestionSettled(command.Article, now)],
    };

    public static async Task<Ok<Written>> Handle(
        Guid id, Command command, Official by, EventStream<Question, QuestionEvent> questions, EventStream<Article, ArticleEvent> articles, TimeProvider clock, CancellationToken ct)
    {
        if (command.Article is { } code && (await articles.Load(Article.IdOf(code), ct)).State.Status is not ArticleStatus.Published)
            throw new Refused(GuidanceProblems.UnknownArticle);
        return TypedResults.Ok((await questions.Append(id, question => Decide(command, question, clock.GetUtcNow()), ct)).Written);
    }
}
