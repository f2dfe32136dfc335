using System.Globalization;
using System.Text;

namespace Ecosystem.Feedback.Routing;

/// <summary>The words of a text without accents and capitals, so that "CHAY NHA" finds "cháy nhà".</summary>
public static class FoldedWords
{
    public static string[] Of(string text)
    {
        List<string> words = [];
        var word = new StringBuilder();
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(letter)) word.Append(Plain(letter));
            else if (word.Length > 0 && CharUnicodeInfo.GetUnicodeCategory(letter) is not UnicodeCategory.NonSpacingMark) Finish(words, word);
        }

        Finish(words, word);
        return [.. words];
    }

    private static void Finish(List<string> words, StringBuilder word)
    {
        if (word.Length > 0) words.Add(word.ToString());
        word.Clear();
    }

    // đ is a letter of its own: normalisation forms leave its stroke.
    private static char Plain(char letter) => char.ToLowerInvariant(letter) switch
    {
        'đ' => 'd',
        var other => other,
    };
}
