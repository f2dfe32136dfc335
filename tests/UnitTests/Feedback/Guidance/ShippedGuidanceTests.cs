using System.ComponentModel.DataAnnotations;
using Ecosystem.Feedback.Guidance;
using Ecosystem.Feedback.Categories;
using static Ecosystem.UnitTests.Feedback.Guidance.Editor;

namespace Ecosystem.UnitTests.Feedback.Guidance;

public class ShippedGuidanceTests
{
    private static readonly ShippedGuidance[] All = [.. ShippedGuidance.All()];

    [Fact]
    public void There_are_a_hundred_procedures_and_something_of_every_kind()
    {
        Assert.True(All.Count(one => one.Kind is ArticleKind.Procedure) >= 100);
        Assert.True(All.Count(one => one.Kind is ArticleKind.Faq) >= 12);
        Assert.All([ArticleKind.Stopper, ArticleKind.Responsibility], kind => Assert.True(All.Count(one => one.Kind == kind) >= 5));
        Assert.Equal(All.Length, All.Select(one => one.Code).Distinct().Count());
    }

    [Fact]
    public void Every_shipped_article_is_one_that_an_editor_could_have_written() => Assert.All(All, shipped =>
    {
        var command = new DraftArticle.Command(shipped.Code, shipped.Kind, shipped.Content);
        List<ValidationResult> wrong = [];

        Assert.True(Validator.TryValidateObject(command, new(command), wrong, true) & Validator.TryValidateObject(shipped.Content, new(shipped.Content), wrong, true)
            & (shipped.Content.Procedure is not { } facts || Validator.TryValidateObject(facts, new(facts), wrong, true)), $"{shipped.Code}: {string.Join(", ", wrong)}");
        shipped.Content.Fit(shipped.Kind);
        Assert.True(shipped.Content.HoldsOn(new(2026, 11, 22)));
    });

    [Fact]
    public void What_is_not_there_is_shipped_and_what_is_there_stays()
    {
        var shipped = new ShippedGuidance("ket-hon", ArticleKind.Faq, Words);

        Assert.Equal([Shipped], ShipGuidance.Decide(shipped, Unit, After(), Now));
        Assert.Empty(ShipGuidance.Decide(shipped, Unit, After(Shipped), Now));
    }

    [Fact]
    public void A_newer_program_ships_newer_words_but_never_over_an_editors()
    {
        var newer = new ShippedGuidance("ket-hon", ArticleKind.Faq, Better);

        Assert.Equal(2, Article.Evolve(After(Shipped), Assert.Single(ShipGuidance.Decide(newer, Unit, After(Shipped), Now))).Edition);
        Assert.Empty(ShipGuidance.Decide(newer, Unit, After(Shipped, Revised), Now));
        Assert.Empty(ShipGuidance.Decide(newer, Unit, After(Shipped, Withdrawn), Now));
    }

    [Fact]
    public void A_report_is_prepared_in_a_category_that_there_is() => Assert.All(AssistantData.Shipped.Categories.Keys, code => Assert.Contains(code, ShippedCategories.Versions.Keys));

    [Fact]
    public void The_words_of_the_assistant_are_folded() =>
        Assert.All(
            AssistantData.Shipped.Particles.Concat(AssistantData.Shipped.Courtesies).Concat(AssistantData.Shipped.Categories.Values.SelectMany(words => words)).Concat(AssistantData.Shipped.Aspects.SelectMany(aspect => aspect.Said)),
            word => Assert.Equal(FoldedText.Of(word), word));
}
