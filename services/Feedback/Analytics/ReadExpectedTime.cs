using System.ComponentModel;
using Ecosystem.Feedback.Categories;
using Ecosystem.Feedback.Reports;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Ecosystem.Feedback.Analytics;

/// <summary>What whoever reports something can expect: how long answers of this kind took here lately, not what a rule promises.</summary>
public static class ReadExpectedTime
{
    public const int Days = 90, LeastCases = 20;

    /// <summary>Which answers an expectation rests on: the narrowest of these with enough of them.</summary>
    public enum Basis { CategoryInCommune, CategoryInProvince, AllInProvince, None }

    public sealed record Answer(
        [property: Description("Code of what is reported.")] string Category, [property: Description("Code of the commune.")] string Commune,
        [property: Description("Which answers it rests on: `categoryInCommune`; where fewer than 20, `categoryInProvince`; else `allInProvince`; `none` where there are too few at all.")] Basis Basis,
        [property: Description("How many answers of the last 90 days that are.")] long Cases,
        [property: Description("Half of them took at most so many hours; null without a basis.")] double? HalfWithinHours,
        [property: Description("Four of five took at most so many hours; null without a basis.")] double? MostWithinHours,
        [property: Description("The same in words, in the caller's language.")] string Text);

    /// <param name="Category">Code of what is to be reported.</param>
    /// <param name="Commune">Code of the commune where it is.</param>
    public sealed record Asked([property: CategoryCode(OrWas = true)] string Category, [property: CommuneCode] string Commune);

    /// <param name="Half">Minutes within which half of the answers came.</param>
    /// <param name="Most">Minutes within which four of five came.</param>
    public sealed record Expectation(Basis Basis, long Cases, double? Half, double? Most);

    private const string Where = "from projection_report_fact f where f.answered_day > $1 and f.answer_minutes is not null";
    private const string Columns = "count(*), percentile_cont(0.5) within group (order by f.answer_minutes), percentile_cont(0.8) within group (order by f.answer_minutes)";

    public static async Task<Ok<Answer>> Handle(
        [AsParameters] Asked asked, Facts facts, Remembered<(Basis, string, string), Expectation> remembered, TimeProvider clock, CancellationToken ct)
    {
        var found = await Find(facts, remembered, LocalDay.NumberOf(clock.GetUtcNow()) - Days, asked, ct);
        return TypedResults.Ok(new Answer(asked.Category, asked.Commune, found.Basis, found.Cases, Hours(found.Half), Hours(found.Most), Words(found)));
    }

    /// <summary>Each is remembered for all who come to it: most communes have too few answers of most kinds, and go by the province's.</summary>
    private static async Task<Expectation> Find(Facts facts, Remembered<(Basis, string, string), Expectation> remembered, int since, Asked asked, CancellationToken ct)
    {
        ((Basis, string, string), string, object[])[] narrowing =
        [
            ((Basis.CategoryInCommune, asked.Category, asked.Commune), $"select {Columns} {Where} and f.category = $2 and f.commune = $3", [since, asked.Category, asked.Commune]),
            ((Basis.CategoryInProvince, asked.Category, ""), $"select {Columns} {Where} and f.category = $2", [since, asked.Category]),
            ((Basis.AllInProvince, "", ""), $"select {Columns} {Where}", [since]),
        ];
        foreach (var (key, sql, values) in narrowing)
        {
            var found = await remembered.Get(key, async () => (await facts.Read(sql, values, row => Read(key.Item1, row), ct))[0]);
            if (found.Cases >= LeastCases) return found;
        }

        return new(Basis.None, 0, null, null);
    }

    private static Expectation Read(Basis basis, NpgsqlDataReader row) =>
        new(basis, row.GetInt64(0), row.IsDBNull(1) ? null : row.GetDouble(1), row.IsDBNull(2) ? null : row.GetDouble(2));

    private static double? Hours(double? minutes) => minutes is null ? null : Math.Round(minutes.Value / 60, 1);

    public static string Words(Expectation found)
    {
        if (found.Basis is Basis.None) return Language.Say("Too few answers lately to say how long it takes.", "Gần đây có quá ít câu trả lời để ước lượng thời gian.");
        var (english, vietnamese) = found.Basis switch
        {
            Basis.CategoryInCommune => ("of this kind here", "cùng lĩnh vực tại đây"),
            Basis.CategoryInProvince => ("of this kind in the whole city", "cùng lĩnh vực trên toàn thành phố"),
            _ => ("of all kinds in the whole city", "thuộc mọi lĩnh vực trên toàn thành phố"),
        };
        return Language.Say(
            $"Of the last {found.Cases} answers {english}, half came within {Span(found.Half)} and four of five within {Span(found.Most)}.",
            $"Trong {found.Cases} phản ánh gần đây {vietnamese}, một nửa được trả lời trong {Span(found.Half)}, 80 % trong {Span(found.Most)}.");
    }

    private static string Span(double? minutes) => minutes < 48 * 60
        ? $"{Math.Ceiling(minutes.Value / 60):0} {Language.Say("hours", "giờ")}"
        : $"{Math.Ceiling((minutes ?? 0) / 1440):0} {Language.Say("days", "ngày")}";
}
