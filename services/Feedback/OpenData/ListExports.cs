using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Ecosystem.Feedback.Analytics;
using Ecosystem.Feedback.Categories;
using Ecosystem.Feedback.Configuration;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.OpenData;

/// <summary>Which files there are, what their fields mean, and under which licence they are.</summary>
public static class ListExports
{
    public sealed record Asked([property: Month, Description("A month as yyyy-MM; left out: this one.")] string? Month = null);

    public sealed record Field([property: Description("Column of the CSV, member of the JSON.")] string Name, [property: Description("What it means, in the caller's language.")] string Meaning);

    public sealed record File([property: Description("Its format.")] string Format, [property: Description("Where it is; the address stays.")] string Url);

    public sealed record Day(
        [property: Description("Local day, yyyy-MM-dd.")] DateOnly Date, [property: Description("Public reports submitted on it.")] long Reports, [property: Description("One file a format.")] IReadOnlyList<File> Files);

    public sealed record Answer(
        [property: Description("The licence of all files.")] string Licence, [property: Description("The first day of which there are reports; null while there are none.")] DateOnly? First,
        [property: Description("The fields of every file.")] IReadOnlyList<Field> Fields, [property: Description("The days of the month that have reports.")] IReadOnlyList<Day> Days);

    private const string Count = $"select submitted_day, count(*) from projection_report_fact where {PublicReport.IsPublic} and submitted_day between $2 and $3 group by submitted_day order by submitted_day";

    public static async Task<Ok<Answer>> Handle(
        [AsParameters] Asked asked, Facts facts, Remembered<DateOnly, IReadOnlyList<Day>> remembered, InForce<CategoryPlan, CategoryEvent, Catalogue> categories, TimeProvider clock, CancellationToken ct)
    {
        var today = LocalDay.Of(clock.GetUtcNow());
        var month = asked.Month is { } given ? DateOnly.ParseExact($"{given}-01", "yyyy-MM-dd", CultureInfo.InvariantCulture) : today.AddDays(1 - today.Day);
        var days = await remembered.Get(month, async () => await facts.Read(
            Count, [PublicReport.Categories(categories.Value), LocalDay.NumberOf(month), LocalDay.NumberOf(month.AddMonths(1)) - 1], row => DayOf(LocalDay.Of(row.GetInt32(0)), row.GetInt64(1)), ct));
        var first = await facts.Read("select min(submitted_day) from projection_report_fact", [], row => row.IsDBNull(0) ? (DateOnly?)null : LocalDay.Of(row.GetInt32(0)), ct);
        return TypedResults.Ok(new Answer(ExportReports.Licence, first[0], [.. PublicReport.Fields.Select(field => new Field(field.Name, Language.Say(field.English, field.Vietnamese)))], days));
    }

    private static Day DayOf(DateOnly day, long count) => new(day, count, [.. OpenFormat.All.Select(format => new File(format.Extension, OpenFormat.UrlOf(day, format)))]);
}

/// <summary>A month as ISO 8601 writes it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MonthAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) => value is null
        || (value is string month && DateOnly.TryParseExact($"{month}-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) && first.Year is >= 2000 and < 2100);

    public override string FormatErrorMessage(string name) => Language.Say("It must be a month such as 2026-11.", "Phải là tháng, ví dụ 2026-11.");
}
