using System.ComponentModel;
using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Guidance;

/// <summary>Anybody looks through the published guidance: by words, best fit first, or by kind and field, by code.</summary>
public static class ListArticles
{
    private const string Wanted = "data->>'status' = 'Published' and ($1 = '' or data->>'kind' = $1) and ($2 = '' or data->'published'->'procedure'->>'field' = $2) and data->>'code' collate \"C\" > $3";

    /// <param name="Code">Goes into the article's address.</param>
    /// <param name="Kind">procedure, faq, stopper or responsibility.</param>
    /// <param name="Title">What it is about.</param>
    /// <param name="Field">Field of administration; null where it is no procedure.</param>
    /// <param name="Online">How far the procedure can be done online; null where it is no procedure.</param>
    /// <param name="Edition">How often it was published, from 1.</param>
    /// <param name="ValidFrom">First day on which it holds.</param>
    /// <param name="ValidTo">Last day on which it holds; null: until further notice.</param>
    public sealed record Item(string Code, ArticleKind Kind, string Title, string? Field, OnlineLevel? Online, int Edition, DateOnly ValidFrom, DateOnly? ValidTo);

    public static async Task<Ok<Page<Item>>> Handle(
        [Text(1, 300), Description("Words to look for, with or without accents; the best fits come first, on one page.")] string? q,
        [Description("Only articles of this kind: procedure, faq, stopper or responsibility.")] ArticleKind? kind,
        [Text(1, 100), Description("Only procedures of this field of administration, e.g. Hộ tịch.")] string? field,
        [AsParameters] PageRequest page, ReadModel<ArticleRow> articles, ArticleSearch search, TimeProvider clock, CancellationToken ct)
    {
        if (q is not null)
        {
            var found = await search.Find(q, LocalDay.Of(clock.GetUtcNow()), Math.Min(page.Limit, 50), ct);
            var fits = found.Where(hit => (kind is null || hit.Article.Kind == kind) && (field is null || hit.Article.Published!.Procedure?.Field == field));
            return TypedResults.Ok(new Page<Item>([.. fits.Select(hit => Shown(hit.Article))], Next: null));
        }

        var rows = await articles.Query($"where {Wanted} order by data->>'code' collate \"C\" limit $4", [kind?.ToString() ?? "", field ?? "", After(page), page.Limit + 1], ct);
        var items = rows.Take(page.Limit).Select(row => Shown(row.Data)).ToList();
        return TypedResults.Ok(new Page<Item>(items, rows.Count > page.Limit ? items[^1].Code : null));
    }

    /// <summary>The cursor is the last code of the page before.</summary>
    private static string After(PageRequest page) => page.After is null ? "" : page.After.Length <= 80 && page.After.All(c => c is '-' || char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c)) ? page.After : throw new Refused(Problem.BadCursor);

    private static Item Shown(ArticleRow article)
    {
        var content = article.Published!;
        return new(article.Code, article.Kind, content.Title, content.Procedure?.Field, content.Procedure?.Online, article.Edition, content.ValidFrom, content.ValidTo);
    }
}
