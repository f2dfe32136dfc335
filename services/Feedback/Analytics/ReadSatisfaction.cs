using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Analytics;

/// <summary>How satisfied citizens are with the answers, for everybody to see: per unit and category, always with the number of voices.</summary>
public static class ReadSatisfaction
{
    /// <summary>Fewer voices could be traced to a person, and say little.</summary>
    public const int LeastRatings = 5;

    public sealed record Line(
        [property: Description("Code of the unit or category; null: those with few ratings together.")] string? Of,
        [property: Description("How many units or categories the line is of.")] int Number,
        [property: Description("Ratings given.")] long Ratings,
        [property: Description("Their average, 1 to 5; null where nobody rated.")] double? Average,
        [property: Description("Those of 4 or 5 among them, 0 to 1; null where nobody rated.")] double? SatisfiedShare,
        [property: Description("Reports that are answered, and so could be rated.")] long Answered);

    public sealed record Answer(
        [property: Description("First local day on which the reports were answered.")] DateOnly From, [property: Description("Last local day.")] DateOnly To,
        [property: Description("Units, the most rated first.")] IReadOnlyList<Line> Units, [property: Description("Categories, the most rated first.")] IReadOnlyList<Line> Categories,
        [property: Description("How it is counted, in the caller's language.")] string Method);

    public sealed record Counts(string Unit, string Category, long Ratings, long Sum, long Satisfied, long Answered);

    private const string Sql =
        """
        select f.unit, f.category, count(f.rating), coalesce(sum(f.rating), 0), count(*) filter (where f.rating >= 4), count(*)
        from projection_report_fact f where f.answered_day between $1 and $2 group by f.unit, f.category
        """;

    public static async Task<Ok<Answer>> Handle(
        [AllowedValues(null, 1, 3, 12), Description("How many months back: 1, 3 or 12; left out: 12.")] int? months, Facts facts, Remembered<int, IReadOnlyList<Line>[]> remembered, TimeProvider clock, CancellationToken ct)
    {
        var to = LocalDay.Of(clock.GetUtcNow());
        var from = to.AddMonths(-(months ?? 12));
        var lines = await remembered.Get(months ?? 12, async () => Lines(await facts.Read(
            Sql, [LocalDay.NumberOf(from), LocalDay.NumberOf(to)],
            row => new Counts(row.GetString(0), row.GetString(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4), row.GetInt64(5)), ct)));
        return TypedResults.Ok(new Answer(from, to, lines[0], lines[1], Method()));
    }

    public static IReadOnlyList<Line>[] Lines(IReadOnlyList<Counts> counts) => [By(counts, one => one.Unit), By(counts, one => one.Category)];

    private static List<Line> By(IReadOnlyList<Counts> counts, Func<Counts, string> key)
    {
        var groups = counts.GroupBy(key).ToLookup(group => group.Sum(one => one.Ratings) >= LeastRatings);
        var lines = groups[true].Select(group => LineOf(group.Key, 1, [.. group])).OrderByDescending(line => line.Ratings).ThenBy(line => line.Of, StringComparer.Ordinal).ToList();
        if (groups[false].ToList() is { Count: > 0 } few) lines.Add(LineOf(of: null, few.Count, [.. few.SelectMany(group => group)]));
        return lines;
    }

    private static Line LineOf(string? of, int number, List<Counts> counts)
    {
        var ratings = counts.Sum(one => one.Ratings);
        double? Part(long sum) => ratings == 0 ? null : Math.Round(sum / (double)ratings, 2);
        return new(of, number, ratings, Part(counts.Sum(one => one.Sum)), Part(counts.Sum(one => one.Satisfied)), counts.Sum(one => one.Answered));
    }

    private static string Method() => Language.Say(
        $"Each identified reporter may rate an answer once, from 1 to 5. Who does not rate is not counted: compare the ratings with the answered reports. Units and categories with fewer than {LeastRatings} ratings are in one line.",
        $"Mỗi người phản ánh đã định danh được đánh giá câu trả lời một lần, từ 1 đến 5. Người không đánh giá không được tính: hãy so số đánh giá với số phản ánh đã trả lời. Đơn vị, lĩnh vực có dưới {LeastRatings} đánh giá được gộp một dòng.");
}
