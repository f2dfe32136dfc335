using System.ComponentModel.DataAnnotations;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Categories;
using Ecosystem.Feedback.Configuration;
using Ecosystem.ServiceDefaults;
using static Ecosystem.UnitTests.Feedback.Given;

namespace Ecosystem.UnitTests.Feedback;

public class CategoryTests
{
    private static readonly Catalogue Shipped = CategoryPlan.New(CategoryPlan.Id).At(Now);

    /// <summary>Codes that reports and clients have used from the first day.</summary>
    private static readonly string[] First =
    [
        "traffic", "water-drainage", "trees", "lighting", "electricity", "telecom", "public-transport", "environment", "urban-order",
        "administrative-procedures", "noise", "flooding", "construction", "food-safety", "health", "tourism", "front-work", "relief-funds", "other",
    ];

    public static TheoryData<string> Codes => [.. Shipped.All.Select(category => category.Code)];

    [Fact]
    public void The_first_codes_are_still_accepted_and_stand_at_the_top_in_the_order_of_forms()
    {
        Assert.All(First, code => Assert.True(Shipped.Find(code)!.IsReportable, code));
        Assert.Equal(First, Shipped.All.Where(category => category.Path.Length == 1).Select(category => category.Code));
    }

    [Theory, MemberData(nameof(Codes))]
    public void Every_shipped_category_is_complete(string code)
    {
        var category = Shipped.Find(code)!;
        var definition = category.Definition;

        Assert.True(new CategorySlugAttribute().IsValid(code));
        Assert.All([definition.Vietnamese, definition.English], name => Assert.True(name.Trim().Length > 3 && name.IsNormalized()));
        Assert.True(OrganisationCode.IsValid($"01.00082.{definition.Unit}"));
        Assert.Empty(definition.Validate(new(definition)).Concat(definition.Asked().SelectMany(question => question.Validate(new(question)))));
        Assert.All(definition.Asked().SelectMany(question => (question.Values ?? []).Select(choice => choice.Key).Append(question.Code)), slug => Assert.True(new CategorySlugAttribute().IsValid(slug), slug));
        Assert.True(category.IsLeaf || Shipped.All.Any(below => below.Code == $"{code}-other"), "a group needs a place for what fits nowhere");
    }

    [Fact]
    public void What_concerns_the_Front_goes_to_the_Front_and_the_rest_to_the_Peoples_Committee() => Assert.Equal(
        ["front-work", "relief-funds"],
        Shipped.All.Where(category => category.Definition.Unit == "MTTQ").Select(category => category.Path[0]).Distinct().Order());

    [Theory]
    [InlineData("lighting", true)]
    [InlineData("lamp-out", true)]
    [InlineData("Lighting", false)]
    [InlineData("", false)]
    [InlineData("dragons", false)]
    public void Only_codes_in_force_are_accepted(string code, bool accepted) => Assert.Equal(accepted, Accepts(code, CategoryPlan.New(CategoryPlan.Id)));

    [Fact]
    public void A_category_stands_for_those_below_it_also_for_closed_ones()
    {
        var plan = After(new CategoryClosed("lamp-out", Now, "12/QĐ", Now)).At(Now);

        Assert.Equal(["lamp-daytime", "lamp-out", "lamp-pole-damaged", "lighting", "lighting-other", "tree-dead"], plan.WithBelow(["lighting", "tree-dead"]).Order());
        Assert.Equal(["dragons"], plan.WithBelow(["dragons"]));
    }

    [Fact]
    public void A_closed_category_and_those_below_it_are_not_accepted_any_more_and_keep_their_names()
    {
        var plan = After(new CategoryClosed("lighting", Now, "12/QĐ", Now));

        Assert.False(Accepts("lighting", plan));
        Assert.False(Accepts("lamp-out", plan));
        Assert.True(Accepts("lamp-out", CategoryPlan.New(CategoryPlan.Id)));
        Assert.Equal("Chiếu sáng công cộng", plan.At(Now).NameOf("lighting"));
        Assert.True(Accepts("lighting", plan, orWas: true));
    }

    [Fact]
    public void A_decision_counts_from_its_date_and_a_later_one_after_that()
    {
        var plan = After(Renamed("Đèn phố", Now.AddDays(10)), Renamed("Đèn", Now.AddDays(5)));

        Assert.Equal(["Chiếu sáng công cộng", "Đèn", "Đèn phố"], new[] { 0, 5, 10 }.Select(day => plan.At(Now.AddDays(day)).Find("lighting")!.Definition.Vietnamese));
        Assert.Superset(new HashSet<DateTimeOffset> { Now.AddDays(5), Now.AddDays(10) }, plan.Turns.ToHashSet());
    }

    [Fact]
    public void The_tree_may_be_of_any_depth_and_only_leaves_and_those_that_say_so_take_reports()
    {
        var plan = CategoryPlan.New(CategoryPlan.Id);
        for (var depth = 1; depth <= 30; depth++)
            plan = Define($"level-{depth}", new("Cấp", "Level", Parent: depth == 1 ? "noise" : $"level-{depth - 1}"), plan);

        Assert.Equal(31, plan.At(Now).Find("level-30")!.Path.Length);
        Assert.Equal(["level-30"], plan.At(Now).All.Where(category => category.Code.StartsWith("level-", StringComparison.Ordinal) && category.IsReportable).Select(category => category.Code));
    }

    [Fact]
    public void Nothing_stands_below_itself_or_below_what_is_not_there()
    {
        Assert.Equal(CategoryProblems.Ring, ProblemOf(() => Decided("lighting", new("Đèn", "Lamps", Parent: "lamp-out"), CategoryPlan.New(CategoryPlan.Id))));
        Assert.Equal(CategoryProblems.Ring, ProblemOf(() => Decided("lighting", new("Đèn", "Lamps", Parent: "lighting"), CategoryPlan.New(CategoryPlan.Id))));
        Assert.Equal(CategoryProblems.UnknownParent, ProblemOf(() => Decided("lamps", new("Đèn", "Lamps", Parent: "dragons"), CategoryPlan.New(CategoryPlan.Id))));
        Assert.Equal(CategoryProblems.UnknownParent, ProblemOf(() => Decided("lamps", new("Đèn", "Lamps", Parent: "lighting"), After(new CategoryClosed("lighting", Now, "1", Now)))));
    }

    [Fact]
    public void A_ring_that_two_dates_make_together_loses_nobody()
    {
        var plan = After(
            new CategoryDefined("one-a", new("Một", "One", Parent: "one-b"), Now, "1", Now),
            new CategoryDefined("one-b", new("Hai", "Two", Parent: "one-a"), Now, "1", Now));

        Assert.Equal(2, plan.At(Now).All.Count(category => category.Code is "one-a" or "one-b"));
    }

    [Fact]
    public void The_same_decision_once_more_changes_nothing_and_nothing_changes_the_past()
    {
        var definition = new CategoryDefinition("Rác", "Waste");
        var plan = Define("waste", definition, CategoryPlan.New(CategoryPlan.Id));

        Assert.Empty(Decided("waste", definition, plan));
        Assert.Equal(ConfigurationProblems.InThePast, ProblemOf(() => DefineCategory.Decide("waste", new(definition, "1", Now.AddSeconds(-1)), plan, Now)));
        Assert.Equal(ConfigurationProblems.InThePast, ProblemOf(() => CloseCategory.Decide("waste", new("1", Now.AddSeconds(-1)), plan, Now)));
    }

    [Fact]
    public void Closing_happens_once_and_only_to_what_is_there()
    {
        var closed = CloseCategory.Decide("lighting", new("12/QĐ"), CategoryPlan.New(CategoryPlan.Id), Now);

        Assert.Equal([new CategoryClosed("lighting", Now, "12/QĐ", Now)], closed);
        Assert.Empty(CloseCategory.Decide("lighting", new("12/QĐ"), After(closed), Now));
        Assert.Equal(Problem.NotFound, ProblemOf(() => CloseCategory.Decide("dragons", new("1"), CategoryPlan.New(CategoryPlan.Id), Now)));
        Assert.True(Accepts("lighting", Define("lighting", new("Đèn", "Lamps", Reportable: true), After(closed))));
    }

    private static CategoryDefined Renamed(string name, DateTimeOffset from) => new("lighting", Shipped.Find("lighting")!.Definition with { Vietnamese = name }, from, "7/QĐ", Now);

    private static CategoryEvent[] Decided(string code, CategoryDefinition definition, CategoryPlan plan) => DefineCategory.Decide(code, new(definition, "7/QĐ"), plan, Now);

    private static CategoryPlan Define(string code, CategoryDefinition definition, CategoryPlan plan) => Decided(code, definition, plan).Aggregate(plan, CategoryPlan.Evolve);

    private static CategoryPlan After(params CategoryEvent[] events) => events.Aggregate(CategoryPlan.New(CategoryPlan.Id), CategoryPlan.Evolve);

    private static bool Accepts(string code, CategoryPlan plan, bool orWas = false) =>
        new CategoryCodeAttribute { OrWas = orWas }.GetValidationResult(code, new ValidationContext(code, new InForceNow(plan), null)) == ValidationResult.Success;
}
