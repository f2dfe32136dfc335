using System.Globalization;
using System.Text;

namespace Ecosystem.Coordination;

/// <summary>
/// Two keys of a Vietnamese text. <see cref="Accented"/> makes spellings of one word equal (Hòa and Hoà, B'Lao and B’Lao);
/// <see cref="Folded"/> forgets all accents besides, for whoever types without them.
/// </summary>
public static class VietnameseText
{
    /// <summary>Huyền, sắc, ngã, hỏi, nặng as combining marks.</summary>
    private const string Tones = "\u0300\u0301\u0303\u0309\u0323";

    public static string Folded(string text)
    {
        var letters = text.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark);
        return string.Join(' ', Words(string.Concat(letters.Select(Plain))));
    }

    public static string Accented(string text) =>
        string.Join(' ', Words(text.Normalize(NormalizationForm.FormD).ToLowerInvariant()).Select(ToneLast)).Normalize(NormalizationForm.FormC);

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A syllable has one tone; which of its vowels carries it is a matter of taste.</summary>
    private static string ToneLast(string word) =>
        string.Concat(word.Where(c => !Tones.Contains(c)).Select(Apostrophe)) + string.Concat(word.Where(Tones.Contains));

    // đ is a letter of its own: normalisation forms leave its stroke.
    private static char Plain(char c) => char.ToLowerInvariant(c) switch
    {
        'đ' => 'd',
        var other => Apostrophe(other),
    };

    private static char Apostrophe(char c) => c is '’' or '‘' or 'ʼ' ? '\'' : c;
}
