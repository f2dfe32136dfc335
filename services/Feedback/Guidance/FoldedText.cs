using System.Globalization;
using System.Text;

namespace Ecosystem.Feedback.Guidance;

/// <summary>
/// The key under which Vietnamese is found: small letters and digits without accents, one space between syllables, and the
/// i that some write for y at the end of a syllable (kí and ký, lí and lý).
/// </summary>
public static class FoldedText
{
    public static string Of(string text) => string.Join(' ', Words(text));

    public static string[] Words(string text)
    {
        var letters = text.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark).Select(Plain);
        return [.. string.Concat(letters).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(OneSpelling)];
    }

    // đ is a letter of its own: normalisation forms leave its stroke.
    private static char Plain(char c) => char.ToLowerInvariant(c) switch
    {
        'đ' => 'd',
        var letter when char.IsAsciiLetterOrDigit(letter) => letter,
        _ => ' ',
    };

    /// <summary>After a consonant, y and i sound alike; after a vowel (tay, tai) they are different words.</summary>
    private static string OneSpelling(string word) =>
        word is [.., 'h' or 'k' or 'l' or 'm' or 's' or 't', 'y'] ? $"{word[..^1]}i" : word;
}
