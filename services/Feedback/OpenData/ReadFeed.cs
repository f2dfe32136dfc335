using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Categories;
using Ecosystem.Feedback.Configuration;
using Ecosystem.Feedback.Desk;
using Ecosystem.Feedback.Places;
using Ecosystem.Feedback.Reports;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback.OpenData;

/// <summary>New public reports and what publicly becomes of them, newest first, for any feed reader (Atom, RFC 4287).</summary>
public static class ReadFeed
{
    /// <summary>Which reports, and how many entries.</summary>
    public sealed record Filter(
        [property: CommuneCode] string? Commune = null, [property: OrganisationCodeFormat] string? Unit = null,
        [property: CategorySlug, Description("Code of a category: it and those below it.")] string? Category = null,
        [property: Range(1, 100), Description("How many entries at most, 1 to 100; left out: 50.")] int? Limit = null);

    /// <summary>One step of one report.</summary>
    public sealed record Entry(Guid Report, PublicCourse Course, PublicStep Step);

    /// <summary>No step of the newest ones belongs to a report that is not among as many newest reports: each newer report has a newer step.</summary>
    private const string Newest = "where not is_hidden and category = any($1) and ($2 = '' or commune = $2) and ($3 = '' or unit = $3) order by position desc limit $4";

    internal static async Task<IResult> Handle([AsParameters] Filter filter, ReadModel<PublicCourse> courses, InForce<CategoryPlan, CategoryEvent, Catalogue> categories, DeskSettings settings, CancellationToken ct)
    {
        var most = filter.Limit ?? 50;
        var rows = await courses.Query(Newest, [Categories(filter.Category, categories.Value), filter.Commune ?? "", filter.Unit ?? "", most], ct);
        var entries = rows.SelectMany(row => row.Data.Steps.Select(step => new Entry(row.Id, row.Data, step))).OrderByDescending(entry => entry.Step.At).ThenBy(entry => entry.Report).Take(most);
        return new PublicBytes(AtomFeed.Write(Query(filter), settings.Address, [.. entries], categories.Value), "application/atom+xml");
    }

    private static string[] Categories(string? asked, Catalogue catalogue) =>
        [.. catalogue.All.Where(category => !category.Definition.Sensitive && (asked is null || category.Path.Contains(asked))).Select(category => category.Code)];

    /// <summary>What was asked for in one order: a feed is known by it.</summary>
    private static string Query(Filter filter) => string.Join('&', new[] { ("commune", filter.Commune), ("unit", filter.Unit), ("category", filter.Category) }
        .Where(one => one.Item2 is not null).Select(one => $"{one.Item1}={Uri.EscapeDataString(one.Item2!)}"));
}
