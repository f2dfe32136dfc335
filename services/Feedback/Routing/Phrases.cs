using System.Collections.Frozen;

namespace Ecosystem.Feedback.Routing;

/// <summary>The phrases of all rules by their first word: a text is read once, however many rules there are.</summary>
internal sealed class Phrases(IEnumerable<Rule> rules)
{
    private readonly FrozenDictionary<string, Phrase[]> byFirstWord = rules.Index()
        .SelectMany(rule => (rule.Item.When.Words ?? []).Select(phrase => new Phrase(FoldedWords.Of(phrase), phrase, rule.Index)))
        .Where(phrase => phrase.Words.Length > 0)
        .GroupBy(phrase => phrase.Words[0]).ToFrozenDictionary(group => group.Key, group => group.ToArray());

    /// <summary>The numbers of the rules with a phrase in the text, and that phrase as the rule writes it.</summary>
    public IReadOnlyDictionary<int, string> In(string text)
    {
        Dictionary<int, string> found = [];
        if (byFirstWord.Count == 0) return found;
        var words = FoldedWords.Of(text);
        for (var n = 0; n < words.Length; n++)
            foreach (var phrase in byFirstWord.GetValueOrDefault(words[n], []))
                if (words.AsSpan(n).StartsWith(phrase.Words)) found.TryAdd(phrase.Rule, phrase.Written);
        return found;
    }

    private sealed record Phrase(string[] Words, string Written, int Rule);
}
