using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Ecosystem.Feedback.Categories;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback.Places;

/// <summary>Which public reports are wanted; what is left out may be anything.</summary>
/// <param name="Bbox">West,south,east,north in degrees of WGS 84, e.g. 105.8,21.0,105.9,21.1.</param>
/// <param name="Category">Code of a category: it and those below it.</param>
/// <param name="Unit">Code of the organisation in charge.</param>
/// <param name="State">open, answered, closed or rejected.</param>
/// <param name="From">First day of submission, in Viet Nam.</param>
/// <param name="To">Last day of submission, in Viet Nam.</param>
public sealed record PublicFilter(
    Box? Bbox = null,
    [property: CategorySlug] string? Category = null,
    [property: OrganisationCodeFormat] string? Unit = null,
    [property: AllowedValues(null, "open", "answered", "closed", "rejected")] string? State = null,
    [property: SensibleTime] DateOnly? From = null,
    [property: SensibleTime] DateOnly? To = null)
{
    /// <summary>Sensitive categories, parts of a split report and duplicates are in no public list.</summary>
    public (string Where, object[] Values) Sql(Catalogue categories)
    {
        List<string> parts = [];
        List<object> values = [];
        string Parameter(object value)
        {
            values.Add(value);
            return $"${values.Count}";
        }

        parts.Add($"data->>'category' = any({Parameter(Categories(categories))})");
        parts.Add("data->>'parent' is null");
        parts.Add(StateIs(State));
        if (Bbox is { } box) parts.Add($"{PublicReport.HasSpot} and spot_of(data) <@ {Spots.Sql(box, Parameter)}");
        if (Unit is not null) parts.Add($"{Reports.ReportRow.Desk} = {Parameter(Unit)}");
        if (From is { } from) parts.Add($"data->>'submittedAt' >= {Parameter(Start(from))}");
        if (To is { } to) parts.Add($"data->>'submittedAt' < {Parameter(Start(to.AddDays(1)))}");
        return (string.Join(" and ", parts), [.. values]);
    }

    private string[] Categories(Catalogue categories) =>
        [.. categories.All.Where(category => !category.Definition.Sensitive && (Category is null || category.Path.Contains(Category))).Select(category => category.Code)];

    private static string StateIs(string? state) => state switch
    {
        "open" => PublicReport.IsOpen,
        "answered" => "data->>'status' = 'Answered'",
        "closed" => "data->>'status' in ('Rated', 'Closed')",
        "rejected" => "data->>'status' = 'Rejected'",
        _ => "data->>'status' <> 'Duplicate'",
    };

    /// <summary>Midnight in Viet Nam as times are stored: in UTC, so that the order of texts is the order of times.</summary>
    private static string Start(DateOnly day) => day.AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T17:00:00";
}
