using System.Text.Json;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback.Desk;

/// <summary>A beginning of an answer that an official completes: the file Data/answer-templates.json.</summary>
public sealed record AnswerTemplate(string Code, string English, string Vietnamese, string Text)
{
    public static readonly IReadOnlyList<AnswerTemplate> All = Read();

    public string Name => Language.Say(English, Vietnamese);

    /// <summary>For the report with this tracking code.</summary>
    public string For(string code) => Text.Replace("{code}", code, StringComparison.Ordinal);

    private static AnswerTemplate[] Read()
    {
        using var file = typeof(AnswerTemplate).Assembly.GetManifestResourceStream("Ecosystem.Feedback.Data.answer-templates.json")!;
        return JsonSerializer.Deserialize<AnswerTemplate[]>(file, JsonSerializerOptions.Web)!;
    }
}
