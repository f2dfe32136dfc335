using System.Globalization;
using Ecosystem.EventSourcing;

namespace Ecosystem.Coordination;

/// <summary>Lists named rows: by code, or the best fits first when a name is asked for.</summary>
public static class NamedList
{
    /// <summary>More fits than these are no answer to a search; the shortest are kept.</summary>
    private const int MostCandidates = 1000;

    private const int MostWords = 8;

    /// <param name="where">Constant SQL over $1, $2, ... of <paramref name="values"/>, which are never null.</param>
    public static Task<Page<TShown>> Of<TShown>(ReadModel<Named<TShown>> rows, string where, object[] values, string? query, PageRequest page, CancellationToken ct) =>
        query is null ? ByCode(rows, where, values, page, ct) : Best(rows, where, values, query, page, ct);

    private static async Task<Page<TShown>> ByCode<TShown>(ReadModel<Named<TShown>> rows, string where, object[] values, PageRequest page, CancellationToken ct)
    {
        var n = values.Length;
        var tail = $"""where {where} and (data->>'code') collate "C" > ${n + 1} order by (data->>'code') collate "C" limit ${n + 2}""";
        var found = await rows.Query(tail, [.. values, After(page), page.Limit + 1], ct);
        var items = found.Take(page.Limit).Select(row => row.Data).ToList();
        return new([.. items.Select(item => item.Shown)], found.Count > page.Limit ? items[^1].Code : null);
    }

    /// <summary>The cursor is the last code of the page before.</summary>
    private static string After(PageRequest page) => page.After switch
    {
        null => "",
        [>= '0' and <= '9', >= '0' and <= '9', ..] code when code.Length <= 20 && code.All(character => char.IsAsciiLetterOrDigit(character) || character == '.') => code,
        _ => throw new Refused(Problem.BadCursor),
    };

    private static async Task<Page<TShown>> Best<TShown>(ReadModel<Named<TShown>> rows, string where, object[] values, string query, PageRequest page, CancellationToken ct)
    {
        var skip = page.After is null ? 0 : int.TryParse(page.After, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new Refused(Problem.BadCursor);
        var found = await Candidates(rows, where, values, VietnameseText.Folded(query), ct);
        var rank = new NameRank(query);
        var ranked = found.Select(row => row.Data).OrderBy(row => rank.Of(row.Names)).ThenBy(row => row.Names[0].Length).ThenBy(row => row.Code, StringComparer.Ordinal);
        return new([.. ranked.Skip(skip).Take(page.Limit).Select(row => row.Shown)], found.Count > skip + (long)page.Limit ? $"{skip + page.Limit}" : null);
    }

    private static Task<IReadOnlyList<Row<Named<TShown>>>> Candidates<TShown>(ReadModel<Named<TShown>> rows, string where, object[] values, string folded, CancellationToken ct)
    {
        string[] patterns = [.. folded.Split(' ').Take(MostWords).Append(folded).Select(Containing)];
        var words = string.Join(" and ", patterns.SkipLast(1).Select((_, nr) => $"data->>'search' like ${values.Length + nr + 1}"));
        var tail = $"where {where} and {words} order by data->>'search' like ${values.Length + patterns.Length} desc, length(data->>'search'), id limit {MostCandidates}";
        return rows.Query(tail, [.. values, .. patterns], ct);
    }

    private static string Containing(string text) =>
        $"%{text.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal)}%";
}
