namespace Ecosystem.Coordination;

/// <summary>How well a name fits what was asked for; lower is better. Accents that were typed count more than their absence.</summary>
public static class NameRank
{
    private const int ExactWords = 3, WordsApart = 2 * ExactWords;

    /// <returns>0 to 2: same with accents, starts so, contains it; 3 to 5: the same without accents; 6: the words are somewhere.</returns>
    public static int Of(string query, IEnumerable<string> names) => names.Min(name => Of(query, name));

    private static int Of(string query, string name) =>
        Fit(VietnameseText.Accented(query), VietnameseText.Accented(name))
        ?? ExactWords + Fit(VietnameseText.Folded(query), VietnameseText.Folded(name))
        ?? WordsApart;

    private static int? Fit(string query, string name) => name switch
    {
        _ when name == query => 0,
        _ when name.StartsWith(query, StringComparison.Ordinal) => 1,
        _ when name.Contains(query, StringComparison.Ordinal) => 2,
        _ => null,
    };
}
