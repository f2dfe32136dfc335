using System.ComponentModel.DataAnnotations;
using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Guidance;

/// <summary>An editor writes a new article; nobody outside sees it before it is published.</summary>
public static class DraftArticle
{
    /// <param name="Code">Names the article for good: small letters, digits and single dashes, 3 to 80 characters.</param>
    /// <param name="Kind">procedure, faq, stopper (this is no matter for reports) or responsibility (who does what).</param>
    /// <param name="Content">What it says.</param>
    /// <param name="Owner">Code of the organisation whose editors answer for it; left out: the editor's own.</param>
    public sealed record Command(
        [property: StringLength(80, MinimumLength = 3), RegularExpression("^[a-z0-9]+(-[a-z0-9]+)*$")] string Code,
        ArticleKind Kind,
        ArticleContent Content,
        [property: RegularExpression(@"^[0-9]{2}(\.[0-9]{5})?\.[A-Z]{2,4}$")] string? Owner = null);

    public static ArticleEvent[] Decide(Command command, Article article, Official by, DateTimeOffset now)
    {
        var owner = command.Owner ?? by.Organisation;
        if (!by.ActsFor(owner)) throw new Refused(GuidanceProblems.ForeignOwner);
        command.Content.Fit(command.Kind);
        return article switch
        {
            { Status: ArticleStatus.Absent } => [new ArticleDrafted(command.Code, command.Kind, owner, command.Content, now)],
            { Status: ArticleStatus.Draft } when article.Kind == command.Kind && article.Owner == owner && command.Content.Says(article.Draft) => [],
            _ => throw new Refused(GuidanceProblems.CodeTaken),
        };
    }

    public static async Task<Created<Written>> Handle(Command command, Official by, EventStream<Article, ArticleEvent> articles, TimeProvider clock, CancellationToken ct)
    {
        var done = await articles.Create(Article.IdOf(command.Code), article => Decide(command, article, by, clock.GetUtcNow()), ct);
        return TypedResults.Created($"/v1/guidance/articles/{command.Code}", done.Written);
    }
}
