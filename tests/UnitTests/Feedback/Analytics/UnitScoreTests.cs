using Ecosystem.Feedback.Analytics;

namespace Ecosystem.UnitTests.Feedback.Analytics;

public sealed class UnitScoreTests
{
    private static readonly UnitCounts
        Late = new("01.00088.UBND", Reports: 100, Processed: 98, OnTime: 50, Reopened: 10, RatingSum: 90, Ratings: 30, MedianMinutes: 6_000),
        Prompt = new("01.00082.UBND", Reports: 40, Processed: 30, OnTime: 29, Reopened: 0, RatingSum: 80, Ratings: 20, MedianMinutes: 600),
        Small = new("01.00091.UBND", Reports: 19, Processed: 19, OnTime: 19, Reopened: 0, RatingSum: 0, Ratings: 0, MedianMinutes: 60),
        Tiny = new("01.00097.UBND", Reports: 1, Processed: 0, OnTime: 0, Reopened: 0, RatingSum: 0, Ratings: 0, MedianMinutes: null);

    [Fact]
    public void Being_on_time_is_told_apart_from_being_done()
    {
        var score = UnitScore.Of(Late.Unit, [Late]);

        Assert.Equal((0.98, 0.5102), (score.ProcessedRate, score.OnTimeRate));
        Assert.Equal((3.0, 30L, 0.1, 100.0), (score.Satisfaction, score.Ratings, score.ReopenShare, score.MedianHours));
    }

    [Fact]
    public void The_most_punctual_is_first_and_small_units_are_one_line_at_the_end()
    {
        var table = UnitScore.Table([Late, Small, Prompt, Tiny]);

        Assert.Equal([Prompt.Unit, Late.Unit, null], table.Select(score => score.Unit));
        Assert.Equal((2, 20L, 19L, 1.0), (table[^1].Units, table[^1].Reports, table[^1].Processed, table[^1].OnTimeRate));
        Assert.Equal((null, 0L, 1.0), (table[^1].Satisfaction, table[^1].Ratings, table[^1].MedianHours));
    }

    [Fact]
    public void A_unit_of_just_enough_reports_stands_for_itself() => Assert.Equal("01.00091.UBND", Assert.Single(UnitScore.Table([Small with { Reports = 20 }])).Unit);

    [Fact]
    public void Without_reports_there_is_no_line() => Assert.Empty(UnitScore.Table([]));

    [Fact]
    public void Satisfaction_has_its_number_of_voices_and_few_voices_are_told_together()
    {
        var lines = ReadSatisfaction.Lines([new("01.00082.UBND", "trees", 4, 16, 3, 10), new("01.00082.UBND", "noise", 2, 4, 0, 3), new("01.00088.UBND", "noise", 1, 5, 1, 8)]);

        Assert.Equal([("01.00082.UBND", 6L, 3.33, 13L), (null, 1L, 5.0, 8L)], lines[0].Select(line => (line.Of, line.Ratings, line.Average!.Value, line.Answered)));
        Assert.Equal([(null, 2, 7L)], lines[1].Select(line => (line.Of, line.Number, line.Ratings)));
    }

    [Fact]
    public void What_to_expect_is_said_with_what_it_rests_on()
    {
        Assert.Contains("20 phản ánh gần đây cùng lĩnh vực tại đây, một nửa được trả lời trong 5 giờ, 80 % trong 4 ngày", ReadExpectedTime.Words(new(ReadExpectedTime.Basis.CategoryInCommune, 20, 290, 5_000)), StringComparison.Ordinal);
        Assert.Contains("toàn thành phố", ReadExpectedTime.Words(new(ReadExpectedTime.Basis.CategoryInProvince, 20, 290, 5_000)), StringComparison.Ordinal);
        Assert.Contains("quá ít", ReadExpectedTime.Words(new(ReadExpectedTime.Basis.None, 0, null, null)), StringComparison.Ordinal);
    }
}
