using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Categories;
using Ecosystem.Feedback.Channels;
using Ecosystem.Feedback.Channels.Chat;
using Ecosystem.Feedback.Reports;
using static Ecosystem.UnitTests.Feedback.Given;

namespace Ecosystem.UnitTests.Feedback.Channels;

public class DialogueTests
{
    private static readonly Catalogue Categories = CategoryPlan.New(CategoryPlan.Id).At(Now);

    private static readonly DialogueStarted Started = new(Reporter.Id, Reporter.Id, Now);

    [Theory]
    [InlineData(ChatQuestion.Category, "lighting", "lighting")]
    [InlineData(ChatQuestion.Category, "  chieu sang cong cong ", "lighting")]
    [InlineData(ChatQuestion.Category, "ĐIỆN LỰC", "electricity")]
    [InlineData(ChatQuestion.Category, "dien luc", "electricity")]
    [InlineData(ChatQuestion.Category, "ufo", null)]
    [InlineData(ChatQuestion.Text, "quá ngắn", null)]
    [InlineData(ChatQuestion.Text, " Đèn đường hỏng đã ba ngày. ", "Đèn đường hỏng đã ba ngày.")]
    [InlineData(ChatQuestion.Commune, "00082", "00082")]
    [InlineData(ChatQuestion.Commune, "82", null)]
    [InlineData(ChatQuestion.Place, "bỏ qua", "")]
    [InlineData(ChatQuestion.Place, "Cổng chợ Hàng Da", "Cổng chợ Hàng Da")]
    [InlineData(ChatQuestion.Contact, "0912 345 678", "+84912345678")]
    [InlineData(ChatQuestion.Contact, "an@example.vn", "an@example.vn")]
    [InlineData(ChatQuestion.Contact, "113", null)]
    [InlineData(ChatQuestion.Contact, "Skip", "")]
    [InlineData(ChatQuestion.Confirm, "Đồng ý", "yes")]
    [InlineData(ChatQuestion.Confirm, "không", "no")]
    [InlineData(ChatQuestion.Confirm, "có lẽ", null)]
    public void What_people_type_is_understood_or_asked_again(ChatQuestion question, string typed, string? understood) => Assert.Equal(understood, ChatAnswer.Read(question, typed, Categories));

    [Fact]
    public void Questions_come_in_their_order_and_one_at_a_time()
    {
        foreach (var question in Enum.GetValues<ChatQuestion>())
        {
            var known = After(Enum.GetValues<ChatQuestion>().Where(earlier => earlier < question));
            Assert.Equal(question, known.Next);
            foreach (var other in Enum.GetValues<ChatQuestion>().Where(other => other != question))
                Assert.Equal(ChannelProblems.NotTheQuestion, ProblemOf(() => AnswerQuestion.Understand(new(other, "0912345678"), known, Categories)));
        }
    }

    [Fact]
    public void What_would_be_understood_is_told() =>
        Assert.Contains("lighting", Refusal(() => AnswerQuestion.Understand(new(ChatQuestion.Category, "ufo"), After([]), Categories)).Allowed!);

    [Fact]
    public void Two_answers_at_once_are_not_both_taken() =>
        Assert.Equal(ChannelProblems.NotTheQuestion, ProblemOf(() => AnswerQuestion.Decide(ChatQuestion.Category, Words, After([ChatQuestion.Category]), Now)));

    [Fact]
    public void Yes_ends_it_once_and_no_begins_anew()
    {
        var asked = After([ChatQuestion.Category, ChatQuestion.Text, ChatQuestion.Commune, ChatQuestion.Place, ChatQuestion.Contact]);
        var report = Guid.CreateVersion7(Now);

        Assert.Equal([new DialogueEnded(report, Now)], AnswerQuestion.Conclude(report, asked, Now));
        Assert.Empty(AnswerQuestion.Conclude(report, Dialogue.Evolve(asked, new DialogueEnded(report, Now)), Now));
        var anew = Dialogue.Evolve(asked, Assert.Single(AnswerQuestion.Conclude(null, asked, Now)));
        Assert.Equal((ChatQuestion.Category, null), (anew.Next, anew.Report));
        Assert.Null(Dialogue.Evolve(asked, new DialogueEnded(report, Now)).Next);
    }

    [Fact]
    public void It_ends_in_the_same_command_as_the_apis()
    {
        Dictionary<ChatQuestion, string> said = new() { [ChatQuestion.Category] = "lighting", [ChatQuestion.Text] = "Đèn đường hỏng.", [ChatQuestion.Commune] = "00082", [ChatQuestion.Place] = "Cổng chợ", [ChatQuestion.Contact] = "+84912345678" };

        Assert.Equal(new SubmitReport.Command("lighting", "Đèn đường hỏng.", "00082", new(Description: "Cổng chợ"), new("+84912345678")), ChatAnswer.Command(question => said[question]));
        (said[ChatQuestion.Place], said[ChatQuestion.Contact]) = ("", "an@example.vn");
        Assert.Equal(new SubmitReport.Command("lighting", "Đèn đường hỏng.", "00082", null, new(Email: "an@example.vn")), ChatAnswer.Command(question => said[question]));
    }

    [Fact]
    public void A_category_that_must_ask_more_is_not_for_a_dialogue()
    {
        var asking = Categories.All.First(category => category.IsReportable && category.Definition.Asked().Any(question => question.Required));

        Assert.Null(ChatAnswer.Read(ChatQuestion.Category, asking.Code, Categories));
        Assert.DoesNotContain(asking.Code, ChatAnswer.Choices(ChatQuestion.Category, Categories));
    }

    [Fact]
    public void Only_who_began_goes_on()
    {
        Assert.Equal(Problem.NotFound, Assert.Throws<Refused>(() => After([]).RequireOf(Neighbour.Id)).Problem);
        Assert.Equal(Problem.NotFound, Assert.Throws<Refused>(() => Dialogue.New(Guid.Empty).RequireOf(Reporter.Id)).Problem);
        Assert.Empty(StartDialogue.Decide(Started, After([])));
    }

    private static Dialogue After(IEnumerable<ChatQuestion> answered) =>
        answered.Aggregate(Dialogue.Evolve(Dialogue.New(Guid.Empty), Started), (known, question) => Dialogue.Evolve(known, new QuestionAnswered(question, Words, Now)));
}
