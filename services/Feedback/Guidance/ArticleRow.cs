using System.Collections.Immutable;

namespace Ecosystem.Feedback.Guidance;

/// <summary>An article as lists and the search see it.</summary>
public sealed record ArticleRow(string Code, ArticleKind Kind, string Owner, ArticleStatus Status, int Edition)
{
    public ArticleContent? Draft { get; init; }

    public ArticleContent? Published { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    public bool IsAsShipped { get; init; }

    /// <summary>Folded title and keywords of what is published: what people call it.</summary>
    public ImmutableArray<string> Names { get; init; } = [];

    /// <summary>Folded text of what is published.</summary>
    public string Words { get; init; } = "";

    /// <summary>Published and not withdrawn since; whether it holds today its dates say.</summary>
    public bool IsOut => Status is ArticleStatus.Published;

    public static ArticleRow? Fold(ArticleRow? row, Guid id, ArticleEvent happened) => happened switch
    {
        ArticleDrafted e => new(e.Code, e.Kind, e.Owner, ArticleStatus.Draft, 0) { Draft = e.Content },
        ArticleShipped e => new ArticleRow(e.Code, e.Kind, e.Owner, ArticleStatus.Published, (row?.Edition ?? 0) + 1).Out(e.Content, e.At) with { IsAsShipped = true },
        _ when row is null => null,
        ArticleRevised e => row with { Draft = e.Content, IsAsShipped = false },
        ArticlePublished e => (row with { Edition = e.Edition, Status = ArticleStatus.Published, IsAsShipped = false }).Out(row.Draft ?? row.Published!, e.At),
        ArticleWithdrawn => row with { Status = ArticleStatus.Withdrawn, IsAsShipped = false },
        _ => row,
    };

    /// <summary>What can be quoted of an article, line by line.</summary>
    public static IEnumerable<string> Lines(ArticleContent content) =>
        [.. content.Body.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), .. content.Procedure?.Lines() ?? []];

    private ArticleRow Out(ArticleContent content, DateTimeOffset at) => this with
    {
        Draft = null,
        Published = content,
        PublishedAt = at,
        Names = [.. content.Keywords.Prepend(content.Title).Select(FoldedText.Of).Distinct()],
        Words = FoldedText.Of(string.Join(' ', Lines(content))),
    };
}
