using Ecosystem.Feedback.Routing;

namespace Ecosystem.Feedback.Guidance;

/// <summary>
/// The key under which Vietnamese is found: words without accents and capitals, one space between syllables, and the
/// i that some write for y at the end of a syllable (kí and ký, lí and lý).
/// </summary>
public static class FoldedText
{
    public static string Of(string text) => string.Join(' ', Words(text));

    public static string[] Words(string text) => [.. FoldedWords.Of(text).Select(OneSpelling)];

    /// <summary>After a consonant, y and i sound alike; after a vowel (tay, tai) they are different words.</summary>
    private static string OneSpelling(string word) =>
        word is [.., 'h' or 'k' or 'l' or 'm' or 's' or 't', 'y'] ? $"{word[..^1]}i" : word;
}
