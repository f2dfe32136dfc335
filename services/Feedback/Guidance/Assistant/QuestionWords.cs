using System.Collections.Immutable;

namespace Ecosystem.Feedback.Guidance;

/// <summary>What of a question says what it is about: folded syllables, and neighbours, which in Vietnamese make the word.</summary>
/// <param name="Text">The whole question, folded, short forms written out.</param>
/// <param name="Said">The same without what every question has.</param>
/// <param name="Singles">Its different syllables.</param>
/// <param name="Pairs">Neighbours that stood side by side in the question.</param>
public sealed record QuestionWords(string Text, string Said, ImmutableArray<string> Singles, ImmutableArray<string> Pairs)
{
    private const int Most = 40;
    private const string Gap = "|";

    public static QuestionWords Of(string question)
    {
        var data = AssistantData.Shipped;
        var text = string.Join(' ', FoldedText.Words(question).Take(Most).Select(word => data.Abbreviations.GetValueOrDefault(word, word)));
        var told = data.Courtesies.Aggregate($" {text} ", (left, phrase) => left.Replace($" {phrase} ", $" {Gap} ", StringComparison.Ordinal));
        string[] words = [.. told.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => data.Particles.Contains(word) ? Gap : word)];
        return Of(text, words);
    }

    /// <summary>The same question with words that nobody knows put right.</summary>
    public QuestionWords With(IReadOnlyDictionary<string, string> corrections) => corrections.Count == 0 ? this
        : Of(Text, [.. Said.Split(' ').Select(word => corrections.GetValueOrDefault(word, word))]);

    /// <summary>The lines that tell what was asked for, e.g. the fee; none where nothing in particular was asked.</summary>
    public IEnumerable<string> Lines() => AssistantData.Shipped.Aspects.Where(aspect => aspect.Said.Any(Has)).Select(aspect => aspect.Line);

    public bool Has(string phrase) => $" {Text} ".Contains($" {phrase} ", StringComparison.Ordinal);

    private static QuestionWords Of(string text, string[] words) => new(
        text,
        string.Join(' ', words),
        [.. words.Where(word => word != Gap).Distinct()],
        [.. words.Zip(words.Skip(1)).Where(pair => pair.First != Gap && pair.Second != Gap).Select(pair => $"{pair.First} {pair.Second}").Distinct()]);
}
