using System.ComponentModel;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Configuration;
using Ecosystem.Feedback.Reports;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Categories;

/// <summary>What can be reported, in the caller's language: the tree line by line, each category followed by those below it.</summary>
public static class ListCategories
{
    /// <param name="Parent">Code of the category above; null at the top.</param>
    /// <param name="Path">The codes from the top down to this one, joined by slashes.</param>
    /// <param name="IsLeaf">Nothing is below it.</param>
    /// <param name="IsReportable">Whether a report may be about it.</param>
    /// <param name="Sensitive">Reports about it are in no public list, and their position is blurred.</param>
    /// <param name="Severity">How pressing such a report is unless somebody says otherwise.</param>
    public sealed record Item(
        [property: Description("Goes into `category` of a report.")] string Code,
        [property: Description("In the caller's language.")] string Name,
        [property: Description("Kind of the commune's organisation in charge: UBND or MTTQ.")] string Unit,
        string? Parent, string Path, bool IsLeaf, bool IsReportable, bool Sensitive, Severity Severity);

    public static Ok<Page<Item>> Handle(InForce<CategoryPlan, CategoryEvent, Catalogue> categories) =>
        TypedResults.Ok(new Page<Item>([.. categories.Value.All.Where(category => !category.IsClosed).Select(Shown)], Next: null));

    private static Item Shown(Category category)
    {
        var definition = category.Definition;
        return new(
            category.Code, category.Name(), definition.Unit, category.Path.Length > 1 ? category.Path[^2] : null, string.Join('/', category.Path),
            category.IsLeaf, category.IsReportable, definition.Sensitive, definition.Severity);
    }
}
