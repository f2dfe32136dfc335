using System.Collections.Immutable;
using Ecosystem.Feedback.Categories;

namespace Ecosystem.Feedback.Guidance;

/// <summary>Makes the reply out of the articles found: quotes, never own words, so that everything in it has a source.</summary>
public static class Answering
{
    private const int MostSources = 3;

    /// <summary>Sources much weaker than the best would only distract.</summary>
    private const double Near = 0.75;

    /// <param name="Code">Of the article; its address is `/v1/guidance/articles/{code}`.</param>
    /// <param name="Id">Of the article.</param>
    /// <param name="Edition">The edition that is quoted.</param>
    /// <param name="Title">What the article is about.</param>
    /// <param name="Kind">procedure, faq, stopper or responsibility.</param>
    /// <param name="Score">How well it fits the question, 0 to 1.</param>
    /// <param name="Passage">The lines of the article that answer.</param>
    public sealed record Source(Guid Id, string Code, int Edition, string Title, ArticleKind Kind, double Score, string Passage);

    /// <param name="Category">Guessed from the words of the question; goes into `category` of the report.</param>
    /// <param name="CategoryName">In the caller's language.</param>
    /// <param name="Text">The question as it was asked; goes into `text` of the report.</param>
    public sealed record PreparedReport(string Category, string CategoryName, string Text);

    public static ImmutableArray<Source> Sources(QuestionWords question, IReadOnlyList<Hit> hits) =>
        [.. hits.Where(hit => hit.Score >= hits[0].Score * Near).Take(MostSources).Select(hit => new Source(
            hit.Id, hit.Article.Code, hit.Article.Edition, hit.Article.Published!.Title, hit.Article.Kind, hit.Score, Passage(question, hit.Article.Published)))];

    public static bool IsSure(IReadOnlyList<Hit> hits, double leastConfidence) => hits is [{ Score: var best }, ..] && best >= leastConfidence;

    /// <summary>The lines asked for, e.g. the fee; else the line with most of the question's words, the first of several.</summary>
    public static string Passage(QuestionWords question, ArticleContent content)
    {
        var lines = ArticleRow.Lines(content).ToList();
        var wanted = question.Lines().SelectMany(start => lines.Where(line => line.StartsWith(start, StringComparison.Ordinal))).Distinct().ToList();
        return wanted.Count > 0 ? string.Join('\n', wanted) : lines.MaxBy(line => FoldedText.Words(line).Distinct().Intersect(question.Singles).Count())!;
    }

    /// <summary>What the question would be as a report, when no guidance answers it.</summary>
    public static PreparedReport Prepare(QuestionWords question, string text, Catalogue categories)
    {
        var guess = AssistantData.Shipped.Categories.Select(category => (category.Key, Fit: category.Value.Where(question.Has).Sum(phrase => phrase.Length))).MaxBy(one => one.Fit);
        var code = guess.Fit > 0 ? guess.Key : "other";
        return new(code, categories.NameOf(code), text);
    }
}
