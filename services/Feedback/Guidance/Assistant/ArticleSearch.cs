using System.Text.Json;
using System.Text.Json.Serialization;
using Npgsql;

namespace Ecosystem.Feedback.Guidance;

/// <summary>An article that may answer, and how well it fits: 0 to 1.</summary>
public sealed record Hit(Guid Id, long Version, ArticleRow Article, double Score);

/// <summary>
/// Finds the published articles that a question is about: PostgreSQL's full-text search over folded syllables and pairs of them,
/// rare ones counting more, and trigrams between the question and each name of an article. See decision 027.
/// </summary>
public sealed class ArticleSearch(NpgsqlDataSource database)
{
    /// <summary>So many are looked at for their accents, which the keys have not.</summary>
    private const int Candidates = 12;

    private const float OfSingle = 1, OfPair = 1.5f;

    private static readonly JsonSerializerOptions Stored = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <param name="text">The question as it was typed.</param>
    public async Task<IReadOnlyList<Hit>> Find(string text, DateOnly today, int most, CancellationToken ct)
    {
        var hits = await Rank(QuestionWords.Of(text), today, Math.Max(most, Candidates), ct);
        return [.. hits.Select(hit => hit with { Score = Math.Round(hit.Score * AccentFit.Of(text, hit.Article.Published!), 3) }).OrderByDescending(hit => hit.Score).Take(most)];
    }

    private async Task<List<Hit>> Rank(QuestionWords question, DateOnly today, int most, CancellationToken ct)
    {
        if (question.Singles.IsEmpty) return [];
        var corrected = question.With(await Corrections(question, ct));
        await using var command = database.CreateCommand(SearchSql.Rank);
        command.Parameters.Add(new() { Value = corrected.Singles.Concat(corrected.Pairs).ToArray() });
        command.Parameters.Add(new() { Value = corrected.Singles.Select(_ => OfSingle).Concat(corrected.Pairs.Select(_ => OfPair)).ToArray() });
        command.Parameters.Add(new() { Value = corrected.Said.Replace("|", "", StringComparison.Ordinal) });
        command.Parameters.Add(new() { Value = today.ToString("O") });
        command.Parameters.Add(new() { Value = most });
        command.Parameters.Add(new() { Value = question.Text });
        await using var reader = await command.ExecuteReaderAsync(ct);
        List<Hit> hits = [];
        while (await reader.ReadAsync(ct))
            hits.Add(new(reader.GetGuid(0), reader.GetInt64(1), JsonSerializer.Deserialize<ArticleRow>(reader.GetFieldValue<byte[]>(2), Stored)!, reader.GetDouble(3)));
        return hits;
    }

    /// <summary>For words that are in no article: the one name's word that is one letter away.</summary>
    private async Task<Dictionary<string, string>> Corrections(QuestionWords question, CancellationToken ct)
    {
        await using var command = database.CreateCommand(SearchSql.Correct);
        command.Parameters.Add(new() { Value = question.Singles.ToArray() });
        await using var reader = await command.ExecuteReaderAsync(ct);
        Dictionary<string, string> corrections = [];
        while (await reader.ReadAsync(ct)) corrections[reader.GetString(0)] = reader.GetString(1);
        return corrections;
    }
}
