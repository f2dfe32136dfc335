using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Ecosystem.Feedback.Categories;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback.AnswerTemplates;

// Names are in the database for good: add, never rename.

/// <summary>The state of a report with which a text is sent; inProgress is the interim answer.</summary>
public enum TemplateState { Answered, InProgress, Waiting, Rejected }

/// <summary>What a decision says about a template.</summary>
public sealed record TemplateDefinition(
    [property: Text(2, 100), Description("Its name in Vietnamese.")] string Vietnamese,
    [property: Text(2, 100), Description("Its name in English.")] string English,
    [property: Text(10, 3_000, Multiline = true), Placeholders, Description("The text in Vietnamese, 10 to 3,000 characters, with places {code}, {category}, {unit}, {submittedAt} and {today}.")] string VietnameseText,
    [property: Text(10, 3_000, Multiline = true), Placeholders, Description("The text in English, 10 to 3,000 characters, with the same places.")] string EnglishText,
    [property: Description("The state with which the text is sent: answered, inProgress (an interim answer), waiting or rejected.")] TemplateState State = TemplateState.Answered,
    [property: FewItems(50), Description("Codes of the categories that it is for, each with all below it, at most 50; left out: for all.")] IReadOnlyList<string>? Categories = null,
    [property: Range(0, 10_000), Description("Where it stands among the others, ascending.")] int Order = 0) : IValidatableObject
{
    public bool IsFor(string category, Catalogue categories) =>
        Categories is not { Count: > 0 } || (categories.Find(category)?.Path ?? [category]).Any(Categories.Contains);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var known = CategoryCodeAttribute.Categories(validationContext);
        if ((Categories ?? []).Any(code => known.Find(code) is null))
            yield return new(Language.Say("They must be codes at /v1/categories.", "Phải là các mã tại /v1/categories."), [nameof(Categories)]);
    }
}

/// <summary>A beginning of what a unit tells a reporter, which an official completes.</summary>
public sealed record AnswerTemplate(string Code, TemplateDefinition Definition)
{
    /// <summary>In the language of the current request.</summary>
    public string Name() => Language.Say(Definition.English, Definition.Vietnamese);

    /// <summary>In the language of the current request, with its places filled.</summary>
    public string Text(IReadOnlyDictionary<string, string> values) => Placeholders.Fill(Language.Say(Definition.EnglishText, Definition.VietnameseText), values);
}
