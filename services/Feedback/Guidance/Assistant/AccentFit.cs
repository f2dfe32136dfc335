using System.Text;

namespace Ecosystem.Feedback.Guidance;

/// <summary>
/// Whoever types accents means them: nước chảy is no fire (cháy), though both fold to chay. Words typed without accents say nothing here.
/// </summary>
public static class AccentFit
{
    /// <summary>What is left of a score when every accented word of the question is another word in the article.</summary>
    private const double Least = 0.5;

    private const string Tones = "\u0300\u0301\u0303\u0309\u0323";

    /// <returns>1 where all accents agree, down to <see cref="Least"/>.</returns>
    public static double Of(string question, ArticleContent content)
    {
        var there = Words(string.Join(' ', [content.Title, .. content.Keywords, .. ArticleRow.Lines(content)])).Distinct().ToLookup(FoldedText.Of);
        var asked = Words(question).Distinct().Where(word => word != FoldedText.Of(word) && there.Contains(FoldedText.Of(word))).ToList();
        return asked.Count == 0 ? 1 : Least + (1 - Least) * asked.Count(word => there[FoldedText.Of(word)].Contains(word)) / asked.Count;
    }

    private static IEnumerable<string> Words(string text) =>
        string.Concat(text.Normalize(NormalizationForm.FormC).Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(ToneLast);

    /// <summary>A syllable has one tone; which of its vowels carries it is a matter of taste (hoà, hòa).</summary>
    private static string ToneLast(string word)
    {
        var letters = word.Normalize(NormalizationForm.FormD);
        return (string.Concat(letters.Where(c => !Tones.Contains(c))) + string.Concat(letters.Where(Tones.Contains))).Normalize(NormalizationForm.FormC);
    }
}
