using Ecosystem.Feedback.Analytics;
using Ecosystem.Feedback.Reports;
using Ecosystem.Feedback.TimeLimits;

namespace Ecosystem.UnitTests.Feedback.Analytics;

public sealed class PromiseTests
{
    private static readonly DateTimeOffset Friday = new(2026, 11, 20, 9, 0, 0, TimeSpan.FromHours(7));

    [Fact]
    public void An_ordinary_report_is_answered_in_time_until_the_evening_of_the_fifth_working_day_and_the_24th_of_November_is_none() =>
        Assert.Equal(new DateTimeOffset(2026, 11, 30, 17, 0, 0, TimeSpan.FromHours(7)), Promise.Of(Submitted(Friday)).Answer);

    [Fact]
    public void The_first_word_is_due_after_eight_hours_of_office() =>
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(7)), Promise.Of(Submitted(Friday)).Response, TimeSpan.FromHours(1));

    [Fact]
    public void Urgent_ones_have_hours_and_not_days() => Assert.True(Promise.Of(Submitted(Friday, Severity.Urgent)).Answer < Friday.AddHours(10));

    [Fact]
    public void Tet_does_not_count_as_working_days()
    {
        var before = new DateTimeOffset(2026, 2, 13, 9, 0, 0, TimeSpan.FromHours(7));

        Assert.InRange((Promise.Of(Submitted(before)).Answer - before).TotalDays, 8, 18);
    }

    [Theory]
    [InlineData("lamp-out", true)]
    [InlineData("lighting", true)]
    [InlineData("trees", false)]
    [InlineData("no-such-category", false)]
    public void A_limit_of_a_category_is_one_of_all_below_it(string category, bool isBelow)
    {
        LimitRule[] rules = [.. LimitTable.ShippedRules, new(Category: "lighting", Resolution: new(1, LimitUnit.WorkingHours))];

        Assert.Equal(isBelow, Promise.Of(Submitted(Friday) with { Category = category }, rules).Answer == Friday.AddHours(1));
    }

    private static ReportSubmitted Submitted(DateTimeOffset at, Severity severity = Severity.Normal) => new("citizen-lan", "lighting", "00082", new("words"), at, Severity: severity);
}
