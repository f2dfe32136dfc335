using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Guidance;
using Ecosystem.ServiceDefaults;
using static Ecosystem.UnitTests.Feedback.Guidance.Editor;

namespace Ecosystem.UnitTests.Feedback.Guidance;

public class ArticleTests
{
    private static readonly ProcedureFacts Facts = new(null, "Hộ tịch", OnlineLevel.Full, 0, null, 0, DayKind.Working, [], [], "Phường");

    [Fact]
    public void An_editor_drafts_for_the_own_unit() => Assert.Equal([Drafted], Draft(Words, After(), Own));

    [Fact]
    public void A_repeated_draft_changes_nothing() => Assert.Empty(Draft(Editor.Content("Đăng ký kết hôn"), After(Drafted), Own));

    [Fact]
    public void A_code_that_is_taken_is_refused() => Assert.Equal(GuidanceProblems.CodeTaken, ProblemOf(() => Draft(Better, After(Drafted, Published), Own)));

    [Fact]
    public void Nobody_drafts_for_a_unit_above_or_elsewhere() => Assert.All([Ward, Elsewhere], by => Assert.Equal(GuidanceProblems.ForeignOwner, ProblemOf(() => Draft(Words, After(), by))));

    [Fact]
    public void Only_a_procedure_has_the_parts_of_one_and_it_must()
    {
        Assert.Equal(GuidanceProblems.ProcedureMismatch, ProblemOf(() => DraftArticle.Decide(new("ket-hon", ArticleKind.Procedure, Words), After(), Own, Now)));
        Assert.Equal(GuidanceProblems.ProcedureMismatch, ProblemOf(() => ReviseArticle.Decide(Better with { Procedure = Facts }, After(Drafted), Own, Now)));
    }

    [Fact]
    public void A_revision_waits_for_its_publication()
    {
        var revised = After(Drafted, Published, Revised);

        Assert.Equal((Words, Better, 1), (revised.Published, revised.Draft, revised.Edition));
        Assert.Equal([new ArticlePublished(2, Now)], PublishArticle.Decide(revised, Own, Now));
        Assert.Equal((Better, null), (After(Drafted, Published, Revised, new ArticlePublished(2, Now)).Published, After(Drafted, Published).Draft));
    }

    [Fact]
    public void Saying_the_same_again_changes_nothing()
    {
        Assert.Empty(ReviseArticle.Decide(Editor.Content("Đăng ký kết hôn"), After(Drafted, Published), Own, Now));
        Assert.Empty(PublishArticle.Decide(After(Drafted, Published), Own, Now));
        Assert.Empty(WithdrawArticle.Decide(new("Luật đã đổi"), After(Drafted, Published, Withdrawn), Own, Now));
    }

    [Fact]
    public void What_was_never_published_cannot_be_withdrawn() => Assert.Equal(GuidanceProblems.IllegalStep, ProblemOf(() => WithdrawArticle.Decide(new("Nhầm lẫn"), After(Drafted), Own, Now)));

    [Fact]
    public void A_withdrawn_article_comes_back_when_it_is_published_again()
    {
        var article = After(Drafted, Published, Withdrawn);

        Assert.Equal([new ArticlePublished(2, Now)], PublishArticle.Decide(article, Own, Now));
        Assert.Equal(Words, Article.Evolve(article, new ArticlePublished(2, Now)).Published);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void For_other_units_there_is_no_such_article(bool exists)
    {
        var article = exists ? After(Drafted, Published) : After();
        Official by = exists ? Elsewhere : Own;

        Assert.Equal(Problem.NotFound, ProblemOf(() => ReviseArticle.Decide(Better, article, by, Now)));
        Assert.Equal(Problem.NotFound, ProblemOf(() => PublishArticle.Decide(article, by, Now)));
        Assert.Equal(Problem.NotFound, ProblemOf(() => WithdrawArticle.Decide(new("Luật đã đổi"), article, by, Now)));
    }

    [Fact]
    public void The_row_keeps_what_people_look_for_without_accents()
    {
        var row = ArticleRow.Fold(ArticleRow.Fold(null, Guid.Empty, Drafted), Guid.Empty, Published)!;

        Assert.Equal(["dang ki ket hon", "ket hon"], row.Names);
        Assert.Equal("ca hai cung co mat tai phuong", row.Words);
        Assert.True(row.IsOut && !ArticleRow.Fold(row, Guid.Empty, Withdrawn)!.IsOut);
    }

    private static ArticleEvent[] Draft(ArticleContent content, Article article, Official by) => DraftArticle.Decide(new("ket-hon", ArticleKind.Faq, content, Unit), article, by, Now);
}
