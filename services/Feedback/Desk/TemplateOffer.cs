using Ecosystem.Feedback.AnswerTemplates;

namespace Ecosystem.Feedback.Desk;

/// <summary>Which templates a report's page offers for which step, and the one that was chosen, filled for this report.</summary>
public sealed record TemplateOffer(IReadOnlyList<AnswerTemplate> All, string? Chosen, IReadOnlyDictionary<string, string> Values)
{
    public IReadOnlyList<AnswerTemplate> Of(string step) => [.. All.Where(template => StepOf(template.Definition.State) == step)];

    public bool IsChosen(string step) => Of(step).Any(template => template.Code == Chosen);

    /// <summary>With what the step's text begins; empty where no template of it was chosen.</summary>
    public string Begun(string step) => Of(step).FirstOrDefault(template => template.Code == Chosen)?.Text(Values) ?? "";

    private static string StepOf(TemplateState state) => state switch
    {
        TemplateState.InProgress => "interim-answers",
        TemplateState.Waiting => "waiting",
        TemplateState.Rejected => "rejection",
        _ => "answer",
    };
}
