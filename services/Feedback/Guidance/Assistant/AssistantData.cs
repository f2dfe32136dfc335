using System.Collections.Frozen;
using System.Text.Json;

namespace Ecosystem.Feedback.Guidance;

/// <summary>How people ask, and the settings until the coordinating unit sets others: the file Data/guidance/assistant.json. All words are folded.</summary>
/// <param name="Abbreviations">Short forms and what they stand for.</param>
/// <param name="Particles">Syllables that every question has.</param>
/// <param name="Courtesies">Whole phrases of the same kind.</param>
/// <param name="Aspects">What of a procedure is asked for: how people say it, and how the line begins that tells it.</param>
/// <param name="Categories">Words that tell what a report would be about, by category.</param>
public sealed record AssistantData(
    string Hotline,
    double LeastConfidence,
    FrozenDictionary<string, string> Abbreviations,
    FrozenSet<string> Particles,
    string[] Courtesies,
    AssistantData.Aspect[] Aspects,
    Dictionary<string, string[]> Categories)
{
    public static readonly AssistantData Shipped = Read();

    /// <param name="Line">How the line begins.</param>
    public sealed record Aspect(string Line, string[] Said);

    private sealed record Written(string Hotline, double LeastConfidence, Dictionary<string, string> Abbreviations, string[] Particles, string[] Courtesies, Aspect[] Aspects, Dictionary<string, string[]> Categories);

    private static AssistantData Read()
    {
        using var file = typeof(AssistantData).Assembly.GetManifestResourceStream("Ecosystem.Feedback.Data.guidance.assistant.json")!;
        var w = JsonSerializer.Deserialize<Written>(file, JsonSerializerOptions.Web)!;
        return new(w.Hotline, w.LeastConfidence, w.Abbreviations.ToFrozenDictionary(), w.Particles.ToFrozenSet(), [.. w.Courtesies.OrderByDescending(phrase => phrase.Length)], w.Aspects, w.Categories);
    }
}
