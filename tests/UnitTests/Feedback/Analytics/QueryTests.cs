using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using Ecosystem.Feedback.Analytics;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.UnitTests.Feedback.Analytics;

public sealed partial class QueryTests
{
    private static readonly Query Plain = new(new(2026, 1, 1), new(2026, 11, 22), ["count"]);

    private static readonly Sight Own = new(IsWhole: false, new[] { "01.00082.UBND" });

    [Fact]
    public void What_the_catalogue_names_may_be_asked()
    {
        Assert.Empty(Wrong(Plain with { Measures = [.. Measure.All.Take(8).Select(measure => measure.Name)], Dimensions = ["category", "month"] }));
        Assert.Empty(Wrong(Plain with { Grain = Grain.Event, From = new(2026, 1, 1), Dimensions = ["event", "day"] }));
        Assert.Empty(Wrong(Plain with { Filters = [new("unit", ["01.00082.UBND"]), new("rating", AtMost: 2)], OrderBy = "count", Descending = true }));
    }

    [Theory]
    [InlineData("reporter")]
    [InlineData("code")]
    [InlineData("statement")]
    [InlineData("data->>'reporter'")]
    [InlineData("category) or (1=1")]
    public void Nothing_of_a_person_and_nothing_that_is_no_name_can_be_asked_or_filtered(string name)
    {
        Assert.Contains(nameof(Query.Measures), Wrong(Plain with { Measures = [name] }));
        Assert.Contains(nameof(Query.Dimensions), Wrong(Plain with { Dimensions = [name] }));
        Assert.Contains(nameof(Query.Filters), Wrong(Plain with { Filters = [new(name, ["x"])] }));
        Assert.Contains(nameof(Query.OrderBy), Wrong(Plain with { OrderBy = name }));
    }

    [Fact]
    public void What_does_not_fit_the_grain_is_refused()
    {
        Assert.Contains(nameof(Query.Measures), Wrong(Plain with { Grain = Grain.Event, Measures = ["satisfaction"] }));
        Assert.Contains(nameof(Query.Dimensions), Wrong(Plain with { Dimensions = ["event"] }));
        Assert.Contains(nameof(Query.Filters), Wrong(Plain with { Grain = Grain.OpenStateDay, Filters = [new("rating", AtLeast: 1)] }));
        Assert.Contains(nameof(Query.To), Wrong(Plain with { Grain = Grain.OpenStateDay, To = new(2027, 1, 2) }));
        Assert.Empty(Wrong(Plain with { Grain = Grain.OpenStateDay, To = new(2027, 1, 1) }));
        Assert.Contains(nameof(Query.To), Wrong(Plain with { To = new(2025, 12, 31) }));
        Assert.Contains(nameof(Query.Filters), Wrong(Plain with { Filters = [new("month", ["2026-01"])] }));
    }

    [Fact]
    public void A_condition_fits_its_field()
    {
        Assert.NotEmpty(new QueryFilter("rating", ["4"]).Validate(new(new object())));
        Assert.NotEmpty(new QueryFilter("category", AtLeast: 1).Validate(new(new object())));
        Assert.NotEmpty(new QueryFilter("category").Validate(new(new object())));
        Assert.Empty(new QueryFilter("category", ["trees"]).Validate(new(new object())));
        Assert.Empty(new QueryFilter("rating", AtLeast: 1, AtMost: 3).Validate(new(new object())));
    }

    [Fact]
    public void What_a_caller_says_is_a_parameter_and_never_a_part_of_the_text()
    {
        var sql = new QuerySql(Plain with { Measures = ["count", "answerHours"], Dimensions = ["category"], Filters = [new("commune", ["'; drop table x; --"]), new("rating", AtLeast: 4.5)] }, Own);

        Assert.DoesNotContain("drop", sql.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("01.00082", sql.Text, StringComparison.Ordinal);
        Assert.Equal(Enumerable.Range(1, sql.Values.Count).Select(n => $"${n}"), Parameter().Matches(sql.Text).Select(match => match.Value).Distinct().OrderBy(name => int.Parse(name[1..], System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Every_query_is_narrowed_to_what_the_caller_may_see()
    {
        Assert.Contains("f.unit = any($3)", new QuerySql(Plain, Own).Text, StringComparison.Ordinal);
        Assert.Contains("f.unit like $3", new QuerySql(Plain, Sight.Whole("01.UBND")).Text, StringComparison.Ordinal);
        Assert.Equal("01.%", Sight.Whole("01.UBND").Value);
    }

    [Fact]
    public void Steps_of_durations_are_within_a_hundredth()
    {
        foreach (var minutes in new[] { 10, 97, 1440, 7_200, 100_000 })
        {
            var step = (int)Math.Floor(Math.Log(minutes) * 50);
            Assert.InRange(QuerySql.MinutesOf(step) / minutes, 0.99, 1.011);
        }
    }

    [Fact]
    public void Times_and_names_come_back_as_callers_write_them()
    {
        Assert.Equal("2026-11-22", Dimension.Find("day")!.Shown(LocalDay.NumberOf(new DateOnly(2026, 11, 22))));
        Assert.Equal("2026-11", Dimension.Find("month")!.Shown(2026 * 12 + 10));
        Assert.Equal("inProgress", Dimension.Find("status")!.Shown("InProgress"));
        Assert.Equal("InProgress", Dimension.Find("status")!.Stored("inProgress"));
    }

    private static IEnumerable<string> Wrong(Query query) => query.Validate(new ValidationContext(query)).SelectMany(result => result.MemberNames);

    [GeneratedRegex(@"\$[0-9]+")]
    private static partial Regex Parameter();
}
