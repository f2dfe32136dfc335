using System.ComponentModel;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback.Categories;

/// <summary>A notice that ends the form without a report: always, or when a question is answered with one value.</summary>
/// <param name="Question">Code of a question with values; null ends the form whatever is answered.</param>
/// <param name="Value">The value that ends the form; null together with `question`.</param>
public sealed record Stopper(
    [property: Text(5, 500), Description("Vietnamese text for people.")] string Vietnamese,
    [property: Text(5, 500), Description("English text for people.")] string English,
    [property: CategorySlug] string? Question = null,
    [property: CategorySlug] string? Value = null)
{
    public string Notice() => Language.Say(English, Vietnamese);

    public bool Fits(IReadOnlyList<Question> questions) => Question is null
        ? Value is null
        : questions.FirstOrDefault(question => question.Code == Question)?.Values?.Any(choice => choice.Key == Value) is true;

    public bool Ends(IReadOnlyDictionary<string, string[]> answers) =>
        Question is null || (answers.GetValueOrDefault(Question)?.Contains(Value) ?? false);
}
