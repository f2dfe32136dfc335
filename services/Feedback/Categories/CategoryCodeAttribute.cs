using System.ComponentModel.DataAnnotations;
using Ecosystem.Feedback.Configuration;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback.Categories;

/// <summary>A code about which reports are taken now: asked of the configuration in force, together with all other fields.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class CategoryCodeAttribute : ValidationAttribute
{
    /// <summary>For questions about the past: closed categories, and those that only hold others, are codes too.</summary>
    public bool OrWas { get; set; }

    public override bool RequiresValidationContext => true;

    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) =>
        value is null || (value is string code && Categories(validationContext).Find(code) is { } category && (OrWas || category.IsReportable))
            ? ValidationResult.Success
            : new(Language.Say("It must be one of the codes at /v1/categories.", "Phải là một trong các mã tại /v1/categories."), [validationContext.MemberName ?? "category"]);

    internal static Catalogue Categories(IServiceProvider services) => services.GetRequiredService<InForce<CategoryPlan, CategoryEvent, Catalogue>>().Value;
}
