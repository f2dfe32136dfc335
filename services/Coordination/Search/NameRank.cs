namespace Ecosystem.Coordination;

/// <summary>How well names fit what was asked for; lower is better. Accents that were typed count more than their absence.</summary>
public sealed class NameRank(string query)
{
    private const int Unaccented = 3, WordsApart = 2 * Unaccented;

    private readonly string accented = VietnameseText.Accented(query);
    private readonly string folded = VietnameseText.Folded(query);

    /// <returns>0 to 2: same with accents, starts so, contains it; 3 to 5: the same without accents; 6: the words are somewhere.</returns>
    public int Of(IEnumerable<string> names) => names.Min(Of);

    private int Of(string name) =>
        Fit(accented, VietnameseText.Accented(name)) ?? Unaccented + Fit(folded, VietnameseText.Folded(name)) ?? WordsApart;

    private static int? Fit(string query, string name) => name switch
    {
        _ when name == query => 0,
        _ when name.StartsWith(query, StringComparison.Ordinal) => 1,
        _ when name.Contains(query, StringComparison.Ordinal) => 2,
        _ => null,
    };
}
