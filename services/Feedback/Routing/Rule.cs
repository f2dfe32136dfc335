using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Ecosystem.Feedback.Categories;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback.Routing;

/// <summary>To whom reports go that meet a condition.</summary>
/// <param name="When">What must be so, all of it.</param>
/// <param name="To">Who is in charge then.</param>
/// <param name="Note">What the rule is for, 1 to 300 characters.</param>
public sealed record Rule(
    [property: CategorySlug, Description("Names the rule in its set.")] string Id,
    Condition When,
    Target To,
    [property: Text(1, 300)] string? Note = null);

/// <summary>A fixed unit, or the organisation of one kind in the report's commune; with neither, the kind that the category names.</summary>
/// <param name="Unit">Code of the organisation in charge, e.g. 01.UBND.</param>
/// <param name="Kind">UBND, MTTQ, CD, ND, PN, TN or CCB.</param>
public sealed record Target(
    [property: OrganisationCodeFormat] string? Unit = null,
    [property: AllowedValues(null, "UBND", "MTTQ", "CD", "ND", "PN", "TN", "CCB")] string? Kind = null) : IValidatableObject
{
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Unit is not null && Kind is not null)
            yield return new(Language.Say("It is a unit or a kind of unit, not both.", "Chỉ nêu một đơn vị hoặc một loại đơn vị."), [nameof(Kind)]);
    }
}

/// <summary>Rules in their order: the first that fits, and whose unit there is, decides.</summary>
/// <param name="Rules">1 to 2,000, each with an id of its own.</param>
public sealed record RuleSet([property: MinLength(1), FewItems(2_000)] IReadOnlyList<Rule> Rules) : IValidatableObject
{
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Rules.Select(rule => rule.Id).Distinct().Count() < Rules.Count)
            yield return new(Language.Say("Each rule needs an id of its own.", "Mỗi quy tắc phải có mã riêng."), [nameof(Rules)]);
    }
}
