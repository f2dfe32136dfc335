using System.ComponentModel.DataAnnotations;
using Ecosystem.Feedback.Configuration;
using Ecosystem.Feedback.Moderation;
using static Ecosystem.UnitTests.Feedback.Given;

namespace Ecosystem.UnitTests.Feedback.Moderation;

public class AbuseControlTests
{
    private static readonly AbuseRules Rules = new(3, ["đồ chó", "xyz"]);

    [Fact]
    public void The_hours_last_report_is_taken_and_the_next_refused()
    {
        Assert.Single(Send(Sent("d", 0), Sent("a", -50), Sent("b", -40)));
        Assert.Equal(ModerationProblems.QuotaExceeded, ProblemOf(() => Send(Sent("d", 0), Sent("a", -50), Sent("b", -40), Sent("c", -30))));
        Assert.Single(Send(Sent("d", 0), Sent("a", -60), Sent("b", -40), Sent("c", -30)));
    }

    [Theory]
    [InlineData(10, -50, -40, -30)]
    [InlineData(20, -50, -40, -30, -20)]    // more than are allowed since the rule was made stricter
    public void Who_is_refused_hears_when_the_next_is_taken(int minutes, params int[] earlier)
    {
        var sent = earlier.Select(at => Sent($"{at}", at)).ToArray();

        Assert.Equal(TimeSpan.FromMinutes(minutes), Refusal(() => Send(Sent("d", 0), sent)).RetryAfter);
        Assert.Single(Send(Sent("d", minutes), sent));
        Assert.Equal(ModerationProblems.QuotaExceeded, ProblemOf(() => Send(Sent("d", minutes - 1), sent)));
    }

    [Fact]
    public void The_same_report_again_counts_once()
    {
        var sent = Sent("a", 0);

        Assert.Empty(Send(sent, Sent("b", -3), Sent("c", -2), sent));
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(-24 * 60 + 1, true)]
    [InlineData(-24 * 60, false)]
    public void The_same_words_within_a_day_are_noticed(int minutes, bool isRepeat)
    {
        var again = Sent("a", 0);

        Assert.Equal(isRepeat, After(Sent("a", minutes), again).SaidBefore(again));
        Assert.False(After(Sent("b", minutes), again).SaidBefore(again));
        Assert.False(After(again).SaidBefore(again));
    }

    [Theory]
    [InlineData("Đèn đường hỏng!", "đèn  ĐƯỜNG hỏng...", true)]
    [InlineData("Đèn đường hỏng", "Den duong hong", false)]
    public void Case_spaces_and_punctuation_make_no_other_text(string one, string other, bool same) => Assert.Equal(same, AbuseControl.Essence(one) == AbuseControl.Essence(other));

    [Theory]
    [InlineData("Bọn nó là ĐỒ CHÓ thật", true)]
    [InlineData("xyz", true)]
    [InlineData("(xyz)", true)]
    [InlineData("wxyz", false)]
    [InlineData("Đồ chơi trẻ em bị hỏng", false)]
    [InlineData("đò chó", false)]
    public void Whole_words_are_blocked_and_accents_count(string text, bool blocked) => Assert.Equal(blocked, Rules.Blocks(text));

    [Fact]
    public void Rules_count_from_their_date_on_and_not_before()
    {
        var plan = AbusePlan.New(AbusePlan.Id);
        var later = AbusePlan.Evolve(plan, Assert.Single(SetAbuseRules.Decide(new(Rules, "12/QĐ-UBND", Now.AddDays(1)), plan, Now)));

        Assert.Equal((30, 3), (later.At(Now).ReportsPerHour, later.At(Now.AddDays(1)).ReportsPerHour));
        Assert.Empty(SetAbuseRules.Decide(new(Rules, "12/QĐ-UBND", Now.AddDays(2)), later, Now));
        Assert.Equal(ConfigurationProblems.InThePast, ProblemOf(() => SetAbuseRules.Decide(new(Rules, "12/QĐ-UBND", Now.AddDays(-1)), later, Now)));
    }

    [Fact]
    public void Rules_have_their_limits()
    {
        Assert.True(IsValid(Rules));
        Assert.False(IsValid(Rules with { ReportsPerHour = 0 }));
        Assert.False(IsValid(Rules with { BlockedWords = ["x"] }));
        Assert.False(IsValid(Rules with { BlockedWords = [.. Enumerable.Range(0, 501).Select(nr => $"word{nr}")] }));
        Assert.True(IsValid(AbusePlan.New(AbusePlan.Id).At(Now)));
    }

    private static ReportSent Sent(string text, int minutes) => new(Guid.CreateVersion7(), text, Now.AddMinutes(minutes));

    private static SenderEvent[] Send(ReportSent sent, params SenderEvent[] before) => Sender.Decide(sent, Rules.ReportsPerHour, After(before));

    private static Sender After(params SenderEvent[] happened) => happened.Aggregate(Sender.New(Guid.Empty), Sender.Evolve);

    private static bool IsValid(AbuseRules rules) => Validator.TryValidateObject(rules, new(rules), [], validateAllProperties: true);
}
