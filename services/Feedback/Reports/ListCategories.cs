using Ecosystem.EventSourcing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Reports;

/// <summary>What can be reported, in the caller's language.</summary>
public static class ListCategories
{
    /// <param name="Unit">The kind of the commune's organisation in charge: UBND or MTTQ.</param>
    public sealed record Item(string Code, string Name, string Unit);

    public static Ok<Page<Item>> Handle() =>
        TypedResults.Ok(new Page<Item>([.. Category.All.Select(category => new Item(category.Code, category.Name(), category.Unit))], Next: null));
}
