using Ecosystem.Feedback.Calendars;
using Ecosystem.Feedback.TimeLimits;
using static Ecosystem.UnitTests.Feedback.Given;

namespace Ecosystem.UnitTests.Feedback.TimeLimits;

public sealed class TimeLimitTests
{
    private static readonly NewLimit Hour = new(1, LimitUnit.WorkingHours), Day = new(1, LimitUnit.WorkingDays);

    private static readonly NewRule Whole = new(FirstResponse: Hour, Resolution: Day, Waiting: Day, Extension: Day, Ladder: new(Hour, Hour));

    private static readonly SetTimeLimits.Command Set = new("77/QĐ-UBND", new(2026, 12, 1), [Whole, new(Category: "lighting", Resolution: new(3, LimitUnit.WorkingDays))]);

    [Theory]
    [InlineData("lighting", null, null, 8, "5 WorkingDays", "")]
    [InlineData("lighting", null, "urgent", 1, "4 WorkingHours", "")]
    [InlineData("lighting", "partner", null, 8, "20 Days", "7 Days")]
    [InlineData("lighting", "partner", "urgent", 1, "20 Days", "7 Days")]     // the source weighs more than the severity
    [InlineData("lighting", "app", "complex", 8, "5 WorkingDays", "5 WorkingDays")]
    public void The_shipped_limits_are_those_of_the_decisions(string category, string? source, string? severity, int firstHours, string resolution, string update)
    {
        var limits = Limits.Of(LimitTable.ShippedRules, new(category, source, severity))!;

        Assert.Equal((firstHours, LimitUnit.WorkingHours), (limits.FirstResponse.Amount, limits.FirstResponse.Unit));
        Assert.Equal((resolution, update), ($"{limits.Resolution.Amount} {limits.Resolution.Unit}", limits.Update is { } every ? $"{every.Amount} {every.Unit}" : ""));
    }

    [Fact]
    public void Each_limit_comes_from_the_most_special_rule_that_has_it()
    {
        LimitRule[] rules =
        [
            Whole.Rule,
            new(Severity: "urgent", FirstResponse: new(2, LimitUnit.WorkingHours), Resolution: new(2, LimitUnit.WorkingHours)),
            new(Source: "partner", Resolution: new(3, LimitUnit.Days)),
            new(Category: "lighting", Resolution: new(4, LimitUnit.Days)),
            new(Category: "lighting", Severity: "urgent", Resolution: new(5, LimitUnit.Days)),
        ];

        Assert.Equal([1, 2, 3, 4, 5, 5], new ReportKind[] { new("trees"), new("trees", null, "Urgent"), new("trees", "partner", "urgent"), new("lighting", "partner"), new("lighting", null, "urgent"), new("lighting", "partner", "urgent") }
            .Select(kind => Limits.Of(rules, kind)!.Resolution.Amount));
        Assert.Equal(2, Limits.Of(rules, new("lighting", "partner", "urgent"))!.FirstResponse.Amount);
    }

    [Fact]
    public void Limits_of_a_category_are_those_of_all_below_it_until_one_has_its_own()
    {
        LimitRule[] rules = [Whole.Rule, new(Category: "lighting", Resolution: new(3, LimitUnit.Days)), new(Category: "lamp", Resolution: new(2, LimitUnit.Days)), new(Severity: "urgent", Resolution: new(9, LimitUnit.Days))];

        Assert.Equal([2, 3, 1, 3], new ReportKind[] { new(["lighting", "lamp"]), new(["lighting", "pole"]), new(["trees", "fallen"]), new(["lighting", "pole"], "app", "urgent") }.Select(kind => Limits.Of(rules, kind)!.Resolution.Amount));
    }

    [Fact]
    public void A_decision_holds_from_its_day_on_and_the_later_validity_wins()
    {
        var table = After(Set, Set with { Decision = "78/QĐ-UBND", ValidFrom = new(2026, 11, 25) });

        Assert.Null(table.InForce(new(2026, 11, 24)));
        Assert.Equal("78/QĐ-UBND", table.InForce(new(2026, 11, 25))!.Decision);
        Assert.Equal("77/QĐ-UBND", table.InForce(new(2026, 12, 1))!.Decision);
        Assert.Equal(3, Limits.Of(table.Rules(new(2026, 12, 1)), new("lighting"))!.Resolution.Amount);
        Assert.Equal(5, Limits.Of(table.Rules(new(2026, 11, 24)), new("lighting"))!.Resolution.Amount);
    }

    [Fact]
    public void The_same_decision_again_changes_nothing() => Assert.Empty(SetTimeLimits.Decide(Set, "01", After(Set), Now));

    [Fact]
    public void Rules_that_leave_a_report_without_a_limit_or_contradict_one_another_are_refused()
    {
        Assert.Equal(LimitProblems.Incomplete, ProblemOf(() => Decide()));
        Assert.Equal(LimitProblems.Incomplete, ProblemOf(() => Decide(Whole with { Ladder = null }, new(Category: "lighting", Ladder: Whole.Ladder))));
        Assert.Equal(LimitProblems.RuleTwice, ProblemOf(() => Decide(Whole, new(Category: "lighting", Update: Day), new(Category: "Lighting", Update: Hour))));
    }

    [Fact]
    public void Drafted_limits_are_tried_without_being_set()
    {
        var monday = Calendars.WorkingCalendarTests.Local("2026-11-23 08:00");
        var calendar = Calendar.Build([]);

        var drafted = TryTimeLimits.Decide(new("lighting", monday, Rules: Set.Rules), LimitTable.ShippedRules, Deadlines.Desk.Categories, calendar);
        var inForce = TryTimeLimits.Decide(new("lighting", monday, Severity: "urgent"), LimitTable.ShippedRules, Deadlines.Desk.Categories, calendar);

        Assert.Equal(["lighting/*/*", "*/*/*"], drafted.Fitting);
        Assert.Equal(Calendars.WorkingCalendarTests.Local("2026-11-27 17:00"), drafted.Resolution);
        Assert.Equal(["*/*/urgent", "*/*/*"], inForce.Fitting);
        Assert.Equal((monday.AddHours(1), Calendars.WorkingCalendarTests.Local("2026-11-23 14:00")), (inForce.FirstResponse, inForce.Resolution));
    }

    private static LimitTable After(params SetTimeLimits.Command[] commands) =>
        commands.Aggregate(LimitTable.Shipped, (table, command) => SetTimeLimits.Decide(command, "01", table, Now).Aggregate(table, LimitTable.Evolve));

    private static LimitTableEvent[] Decide(params NewRule[] rules) => SetTimeLimits.Decide(Set with { Rules = rules }, "01", LimitTable.Shipped, Now);
}
