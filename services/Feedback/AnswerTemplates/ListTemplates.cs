using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Categories;
using Ecosystem.Feedback.Configuration;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.AnswerTemplates;

/// <summary>What units may begin an answer with, in both languages: who answers chooses the reporter's.</summary>
public static class ListTemplates
{
    public sealed record Item(
        [property: Description("The template's code.")] string Code,
        [property: Description("In the caller's language.")] string Name,
        [property: Description("As it was decided.")] TemplateDefinition Definition);

    public static Ok<Page<Item>> Handle(
        [CategoryCode(OrWas = true), Description("Only templates for this category; left out: for any.")] string? category,
        [AllowedValues(null, "answered", "inProgress", "waiting", "rejected"), Description("Only templates for this state: answered, inProgress (an interim answer), waiting or rejected; left out: for any.")] string? state,
        Official by, InForce<TemplatePlan, TemplateEvent, Templates> templates, InForce<CategoryPlan, CategoryEvent, Catalogue> categories) =>
        TypedResults.Ok(new Page<Item>([.. templates.Value.For(category, state is null ? null : Enum.Parse<TemplateState>(state, ignoreCase: true), categories.Value).Select(template => new Item(template.Code, template.Name(), template.Definition))], Next: null));
}
