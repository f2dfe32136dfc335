using System.ComponentModel.DataAnnotations;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.AnswerTemplates;
using Ecosystem.Feedback.Categories;
using Ecosystem.Feedback.Configuration;
using Ecosystem.Feedback.Desk;
using static Ecosystem.UnitTests.Feedback.Given;

namespace Ecosystem.UnitTests.Feedback.AnswerTemplates;

public class TemplateTests
{
    private static readonly Catalogue Categories = CategoryPlan.New(CategoryPlan.Id).At(Now);
    private static readonly TemplatePlan Shipped = TemplatePlan.New(TemplatePlan.Id);
    private static readonly TemplateDefinition Lamps = new("Thay đèn", "Lamp replaced", "Đèn theo phản ánh {code} đã được thay.", "The lamp of your report {code} was replaced.", Categories: ["lighting"]);

    public static TheoryData<string> Codes => [.. Shipped.At(Now).All.Select(template => template.Code)];

    [Theory, MemberData(nameof(Codes))]
    public void Every_shipped_template_is_complete_in_both_languages(string code)
    {
        var definition = Shipped.At(Now).Find(code)!.Definition;

        Assert.True(new CategorySlugAttribute().IsValid(code));
        Assert.Empty(Faults(definition));
        Assert.All([definition.Vietnamese, definition.English, definition.VietnameseText, definition.EnglishText], text => Assert.True(text.IsNormalized() && text.Trim().Length > 3));
    }

    [Theory]
    [InlineData("Phản ánh {code}, {category}, {unit}, {submittedAt}, {today}.", "")]
    [InlineData("Kính gửi {name}, mã {code}.", "{name}")]
    [InlineData("Mã {Code} và { code }.", "{Code} { code }")]
    [InlineData("Mã {code và unit}.", "{code và unit}")]
    [InlineData("Mã code}, {unit.", "} {")]
    [InlineData("Không có {}.", "{}")]
    public void Places_that_nothing_fills_are_told_when_the_template_is_written(string text, string wrong) =>
        Assert.Equal(wrong, string.Join(' ', Placeholders.Faults(text)));

    [Fact]
    public void All_that_is_wrong_is_told_at_once() =>
        Assert.Equal(["Categories", "EnglishText", "VietnameseText"], Faults(Lamps with { VietnameseText = "Kính gửi {name}.", EnglishText = "Dear {name}, hello.", Categories = ["dragons"] }).Order());

    [Fact]
    public void Filling_leaves_nothing_but_what_the_official_has_to_write() =>
        Assert.Equal("7Q2M: {unit} {", Placeholders.Fill("{code}: {unit} {", new Dictionary<string, string> { ["code"] = "7Q2M" }));

    [Fact]
    public void A_template_is_offered_for_its_categories_with_all_below_them_and_for_its_state()
    {
        var plan = After(new TemplateDefined("lamps", Lamps, Now, "12/QĐ", Now)).At(Now);

        Assert.Contains(plan.For("lamp-out", TemplateState.Answered, Categories), template => template.Code == "lamps");
        Assert.DoesNotContain(plan.For("trees", null, Categories), template => template.Code == "lamps");
        Assert.DoesNotContain(plan.For("lamp-out", TemplateState.Rejected, Categories), template => template.Code == "lamps");
        Assert.Equal(["tell-more"], new TemplateOffer([.. plan.All], "done", new Dictionary<string, string>()).Of("waiting").Select(template => template.Code));
    }

    [Fact]
    public void What_is_decided_for_later_counts_then_and_the_past_cannot_be_changed()
    {
        var plan = After(new TemplateDefined("lamps", Lamps, Now.AddDays(1), "12/QĐ", Now), new TemplateClosed("done", Now.AddDays(2), "13/QĐ", Now));

        Assert.Null(plan.At(Now).Find("lamps"));
        Assert.NotNull(plan.At(Now.AddDays(1)).Find("lamps"));
        Assert.NotNull(plan.At(Now.AddDays(1)).Find("done"));
        Assert.Null(plan.At(Now.AddDays(2)).Find("done"));
        Assert.Equal(ConfigurationProblems.InThePast, ProblemOf(() => DefineTemplate.Decide("lamps", new(Lamps, "14/QĐ", Now.AddTicks(-1)), plan, Now)));
    }

    [Fact]
    public void The_same_decision_again_changes_nothing()
    {
        var plan = After(new TemplateDefined("lamps", Lamps, Now, "12/QĐ", Now), new TemplateClosed("done", Now, "12/QĐ", Now));

        Assert.Empty(DefineTemplate.Decide("lamps", new(Lamps with { Categories = ["lighting"] }, "12/QĐ"), plan, Now));
        Assert.Single(DefineTemplate.Decide("lamps", new(Lamps with { Order = 1 }, "15/QĐ"), plan, Now));
        Assert.Empty(CloseTemplate.Decide("done", new("12/QĐ"), plan, Now));
        Assert.Equal(Problem.NotFound, ProblemOf(() => CloseTemplate.Decide("dragons", new("12/QĐ"), plan, Now)));
    }

    private static TemplatePlan After(params TemplateEvent[] events) => events.Aggregate(Shipped, TemplatePlan.Evolve);

    private static IEnumerable<string> Faults(TemplateDefinition definition)
    {
        List<ValidationResult> faults = [];
        Validator.TryValidateObject(definition, new(definition, new InForceNow(CategoryPlan.New(CategoryPlan.Id)), items: null), faults, validateAllProperties: true);
        return [.. faults.Concat(definition.Validate(new(definition, new InForceNow(CategoryPlan.New(CategoryPlan.Id)), items: null))).SelectMany(fault => fault.MemberNames).Distinct()];
    }
}
