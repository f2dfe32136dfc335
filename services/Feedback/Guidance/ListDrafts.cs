using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Guidance;

/// <summary>What the editors of a unit and those below it have written and not published yet.</summary>
public static class ListDrafts
{
    /// <param name="Code">Goes into the article's address.</param>
    /// <param name="Kind">procedure, faq, stopper or responsibility.</param>
    /// <param name="Owner">Code of the organisation whose editors answer for it.</param>
    /// <param name="Status">draft where nothing was published before, else published or withdrawn.</param>
    /// <param name="Title">What the draft is about.</param>
    public sealed record Item(string Code, ArticleKind Kind, string Owner, ArticleStatus Status, string Title);

    public static async Task<Ok<Page<Item>>> Handle(Official by, [AsParameters] PageRequest page, ReadModel<ArticleRow> articles, CancellationToken ct)
    {
        var province = $"{by.Organisation[..2]}.%";
        var rows = await articles.List("data->'draft' is not null and jsonb_typeof(data->'draft') = 'object' and data->>'owner' like $1", [province], page, ct);
        var own = rows.Items.Select(row => row.Data).Where(article => by.ActsFor(article.Owner));
        return TypedResults.Ok(new Page<Item>([.. own.Select(article => new Item(article.Code, article.Kind, article.Owner, article.Status, article.Draft!.Title))], rows.Next));
    }
}
