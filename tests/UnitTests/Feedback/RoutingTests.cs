using Ecosystem.Feedback.Categories;
using Ecosystem.Feedback.Configuration;
using Ecosystem.Feedback.Reports;
using Ecosystem.Feedback.Routing;
using static Ecosystem.UnitTests.Feedback.Given;

namespace Ecosystem.UnitTests.Feedback;

public class RoutingTests
{
    private static readonly Catalogue Categories = CategoryPlan.New(CategoryPlan.Id).At(Now);

    /// <summary>A Sunday, 9:30 in Viet Nam.</summary>
    private static readonly Matter Dark = new("lamp-out", "00082", Severity.Normal, Source.App, new(21.03, 105.85), "Đèn đường hỏng\nTối, có nguy cơ CHÁY NỔ ở trạm điện.", new Dictionary<string, string[]> { ["kind"] = ["one", "two"] }, Now);

    private static readonly Corner[] Square = [new(21.0, 105.8), new(21.0, 105.9), new(21.1, 105.9), new(21.1, 105.8)];

    public static TheoryData<string, Condition, bool> Conditions => new()
    {
        { "nothing asked", new(), true },
        { "the category", new(Categories: ["lamp-out"]), true },
        { "one above it", new(Categories: ["noise", "lighting"]), true },
        { "one below it", new(Categories: ["lamp-daytime"]), false },
        { "the commune", new(Communes: ["00070", "00082"]), true },
        { "another commune", new(Communes: ["00070"]), false },
        { "inside", new(Area: Square), true },
        { "outside", new(Area: [.. Square.Select(corner => corner with { Longitude = corner.Longitude + 0.2 })]), false },
        { "a word without accents", new(Words: ["chay no"]), true },
        { "a word with accents", new(Words: ["Trạm Điện"]), true },
        { "part of a word", new(Words: ["tra"]), false },
        { "words that are apart", new(Words: ["đèn hỏng"]), false },
        { "one phrase of two", new(Words: ["lũ lụt", "đèn đường"]), true },
        { "the title's last word with the text's first", new(Words: ["hỏng tối"]), true },
        { "the hour", new(From: new(9, 30), Until: new(9, 31)), true },
        { "the hour's end", new(From: new(8, 0), Until: new(9, 30)), false },
        { "a night", new(From: new(22, 0), Until: new(6, 0)), false },
        { "a night until ten", new(From: new(22, 0), Until: new(10, 0)), true },
        { "the day", new(Weekdays: [DayOfWeek.Sunday]), true },
        { "another day", new(Weekdays: [DayOfWeek.Saturday]), false },
        { "the severity", new(Severities: [Severity.Normal]), true },
        { "another severity", new(Severities: [Severity.Urgent]), false },
        { "the source", new(Sources: [Source.App]), true },
        { "another source", new(Sources: [Source.Sensor]), false },
        { "an answer", new(Answers: new Dictionary<string, string[]> { ["kind"] = ["two", "three"] }), true },
        { "two answers of which one", new(Answers: new Dictionary<string, string[]> { ["kind"] = ["two"], ["depth"] = ["low"] }), false },
        { "all at once", new(["lighting"], ["00082"], Square, ["cháy"], new(9, 0), new(10, 0), [DayOfWeek.Sunday], [Severity.Normal], [Source.App], new Dictionary<string, string[]> { ["kind"] = ["one"] }), true },
        { "all but one", new(["lighting"], ["00082"], Square, ["cháy"], new(9, 0), new(10, 0), [DayOfWeek.Monday], [Severity.Normal], [Source.App], new Dictionary<string, string[]> { ["kind"] = ["one"] }), false },
    };

    [Theory, MemberData(nameof(Conditions), DisableDiscoveryEnumeration = true)]
    public void A_rule_fits_when_all_that_it_asks_is_so(string what, Condition when, bool fits) =>
        Assert.True(fits == Fitting(Dark, new Rule("rule", when, new())).Any(), what);

    [Fact]
    public void Without_a_position_no_area_fits_and_without_answers_no_answer()
    {
        Assert.Empty(Fitting(Dark with { Spot = null }, new Rule("area", new(Area: Square), new())));
        Assert.Empty(Fitting(Dark with { Answers = null }, new Rule("answers", new(Answers: new Dictionary<string, string[]> { ["kind"] = ["one"] }), new())));
    }

    [Fact]
    public void Those_that_fit_come_in_their_order_and_say_why()
    {
        var fitting = Fitting(Dark, new("noise", new(Categories: ["noise"]), new()), new("fire", new(Categories: ["lighting"], Words: ["cháy nổ"], From: new(0, 0), Until: new(12, 0)), new(Unit: "01.UBND")), new("rest", new(), new())).ToList();

        Assert.Equal(["fire", "rest"], fitting.Select(rule => rule.Rule.Id));
        Assert.Equal([new("categories", "lighting"), new("words", "cháy nổ"), new("from", "09:30")], fitting[0].Why());
        Assert.Empty(fitting[1].Why());
    }

    [Fact]
    public void A_category_that_nobody_knows_is_matched_by_its_code() => Assert.Single(Fitting(Dark with { Category = "dragons" }, new Rule("dragons", new(Categories: ["dragons"]), new())));

    [Fact]
    public void A_polygon_with_a_bay_does_not_hold_what_lies_in_the_bay()
    {
        Corner[] bay = [new(21.0, 105.0), new(21.0, 106.0), new(22.0, 106.0), new(21.2, 105.5), new(22.0, 105.0)];

        Assert.Empty(Fitting(Dark with { Spot = new(21.8, 105.5) }, new Rule("bay", new(Area: bay), new())));
        Assert.Single(Fitting(Dark with { Spot = new(21.1, 105.5) }, new Rule("bay", new(Area: bay), new())));
        Assert.Single(Fitting(Dark with { Spot = new(21.8, 105.05) }, new Rule("bay", new(Area: bay), new())));
    }

    [Fact]
    public void A_corner_at_the_same_latitude_is_crossed_once()
    {
        Corner[] kite = [new(21.0, 105.5), new(21.5, 106.0), new(22.0, 105.5), new(21.5, 105.0)];

        Assert.Single(Fitting(Dark with { Spot = new(21.5, 105.5) }, new Rule("kite", new(Area: kite), new())));
        Assert.Empty(Fitting(Dark with { Spot = new(21.9, 105.1) }, new Rule("kite", new(Area: kite), new())));
    }

    [Fact]
    public void What_is_shipped_sends_every_category_to_its_kind_in_the_commune()
    {
        var shipped = RoutingPlan.New(RoutingPlan.Id).At(Now);

        Assert.Equal(0, shipped.Version);
        Assert.All(Categories.All, category => Assert.Equal(new Target(), shipped.Of(Dark with { Category = category.Code }, Categories).First().Rule.To));
    }

    [Fact]
    public void A_draft_counts_only_when_it_is_published_and_as_it_was_then()
    {
        var (one, two) = (Rules("one"), Rules("two"));
        var plan = After(new RoutingDrafted("storm", one, Now), new RoutingPublished("storm", Now.AddDays(1), "5/QĐ", Now), new RoutingDrafted("storm", two, Now));

        Assert.Equal("by-category", plan.At(Now).Rules.Rules[0].Id);
        Assert.Equal("one", plan.At(Now.AddDays(1)).Rules.Rules[0].Id);
        Assert.Equal(2, plan.At(Now.AddDays(1)).Version);
        Assert.Contains(Now.AddDays(1), plan.Turns);
    }

    [Fact]
    public void The_same_once_more_changes_nothing_and_what_is_not_there_is_refused()
    {
        var plan = After(new RoutingDrafted("storm", Rules("one"), Now));
        var published = PublishRouting.Decide("storm", new("5/QĐ"), plan, Now);

        Assert.Equal([new RoutingPublished("storm", Now, "5/QĐ", Now)], published);
        Assert.Empty(PublishRouting.Decide("storm", new("5/QĐ"), published.Aggregate(plan, RoutingPlan.Evolve), Now));
        Assert.Empty(DraftRouting.Decide("storm", Rules("one"), plan, Now));
        Assert.Equal(Ecosystem.EventSourcing.Problem.NotFound, ProblemOf(() => PublishRouting.Decide("flood", new("5/QĐ"), plan, Now)));
        Assert.Equal(ConfigurationProblems.InThePast, ProblemOf(() => PublishRouting.Decide("storm", new("5/QĐ", Now.AddHours(-1)), plan, Now)));
        Assert.Equal(RoutingProblems.UnknownDraft, ProblemOf(() => PreviewRouting.Drafted(plan, "flood")));
    }

    [Fact]
    public void Rules_that_ask_for_categories_that_are_not_open_are_told()
    {
        var rules = new RuleSet([new("one", new(Categories: ["lighting", "dragons"]), new()), new("two", new(Categories: ["noise"]), new())]);
        var categories = new[] { new CategoryClosed("noise", Now, "1", Now) }.Aggregate(CategoryPlan.New(CategoryPlan.Id), CategoryPlan.Evolve).At(Now);

        Assert.Equal([new("one", "unknownCategory", "dragons"), new("two", "closedCategory", "noise")], FindRoutingProblems.InConditions(rules, categories));
    }

    [Fact]
    public void A_replay_tells_who_gains_and_who_loses()
    {
        ReplayRouting.Outcome Report(string before, string after, string rule = "new") =>
            new(new(Guid.NewGuid(), 1, 1, new("CODE", "r", "lighting", "00082", Words, Now)), new(before, "old"), new(after, rule), IsReadable: true);

        var told = ReplayRouting.Compare([Report("a", "a", "old"), Report("a", "b"), Report("a", "b"), Report("b", "a"), Report("c", "c")]);

        Assert.Equal((5, 4, 4), (told.Reports, told.Changed, told.Differences.Count));
        Assert.Equal([new("a", 3, 2), new("b", 1, 2)], told.Units);
    }

    [Theory]
    [InlineData("Cháy NHÀ, ở Đống Đa!", "chay nha o dong da")]
    [InlineData("Thuỷ-Hòa 12m²", "thuy hoa 12m")]
    [InlineData("...", "")]
    public void Words_are_folded(string text, string words) => Assert.Equal(words, string.Join(' ', FoldedWords.Of(text)));

    [Fact]
    public void A_set_of_rules_without_rules_or_with_two_of_one_id_is_refused()
    {
        var twice = new RuleSet([new("one", new(), new()), new("one", new(), new())]);

        Assert.Single(twice.Validate(new(twice)));
        Assert.Single(new Target("01.UBND", "UBND").Validate(new(this)));
        Assert.Single(new Condition(From: new(8, 0)).Validate(new(this)));
        Assert.False(new PhrasesAttribute().IsValid(new List<string> { "..." }));
    }

    private static RuleSet Rules(string id) => new([new(id, new(), new())]);

    private static RoutingPlan After(params RoutingEvent[] events) => events.Aggregate(RoutingPlan.New(RoutingPlan.Id), RoutingPlan.Evolve);

    private static IEnumerable<Fitting> Fitting(Matter matter, params Rule[] rules) => new Matchers(new(rules), 1).Of(matter, Categories);
}
