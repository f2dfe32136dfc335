using System.ComponentModel.DataAnnotations;
using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback.Categories;

/// <summary>What a report says to its category's questions.</summary>
public static class Answers
{
    private static readonly IReadOnlyDictionary<string, string[]> None = new Dictionary<string, string[]>();

    /// <summary>Every wrong or missing answer, under its question's code.</summary>
    public static IEnumerable<ValidationResult> Faults(Category category, IReadOnlyDictionary<string, string[]>? given)
    {
        var answers = given ?? None;
        var questions = category.Definition.Asked();
        foreach (var question in questions)
            if (question.Fault(answers.GetValueOrDefault(question.Code) ?? []) is { } fault)
                yield return new(fault, [$"answers.{question.Code}"]);
        foreach (var unknown in answers.Keys.Except(questions.Select(question => question.Code)).Take(20))
            yield return new(Language.Say("The category does not ask this.", "Lĩnh vực này không có câu hỏi đó."), [new CategorySlugAttribute().IsValid(unknown) ? $"answers.{unknown}" : "answers"]);
    }

    /// <summary>Refuses what a stopper of the category ends: no report is made of it.</summary>
    /// <exception cref="Refused">The form ends with a notice.</exception>
    public static void RequireNoStopper(Category category, IReadOnlyDictionary<string, string[]>? given)
    {
        if (category.Definition.Ends().Any(stopper => stopper.Ends(given ?? None))) throw new Refused(CategoryProblems.FormEnds);
    }

    /// <summary>The answers that are choices: facts about the matter, which rules may read. What somebody wrote is part of the statement, which is sealed.</summary>
    public static IReadOnlyDictionary<string, string[]>? Chosen(Category category, IReadOnlyDictionary<string, string[]>? given)
    {
        var lists = category.Definition.Asked().Where(question => question.IsList()).Select(question => question.Code).ToHashSet();
        var chosen = (given ?? None).Where(answer => lists.Contains(answer.Key) && answer.Value is { Length: > 0 }).ToDictionary();
        return chosen.Count == 0 ? null : chosen;
    }
}
