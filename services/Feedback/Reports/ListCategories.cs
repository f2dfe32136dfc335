using System.ComponentModel;
using Ecosystem.EventSourcing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Reports;

/// <summary>What can be reported, in the caller's language.</summary>
public static class ListCategories
{
    public sealed record Item(
        [Description("Goes into `category` of a report.")] string Code,
        [Description("In the caller's language.")] string Name,
        [Description("Kind of the commune's organisation in charge: UBND or MTTQ.")] string Unit);

    public static Ok<Page<Item>> Handle() =>
        TypedResults.Ok(new Page<Item>([.. Category.All.Select(category => new Item(category.Code, category.Name(), category.Unit))], Next: null));
}
