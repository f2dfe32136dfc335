using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Channels;
using Ecosystem.Feedback.Channels.Chat;
using Ecosystem.Feedback.Reports;
using static Ecosystem.UnitTests.Feedback.Given;

namespace Ecosystem.UnitTests.Feedback.Channels;

public class DialogueTests
{
    private static readonly DialogueStarted Started = new(Reporter.Id, Reporter.Id, Now);

    [Theory]
    [InlineData(Question.Category, "lighting", "lighting")]
    [InlineData(Question.Category, "  chieu sang cong cong ", "lighting")]
    [InlineData(Question.Category, "ĐIỆN LỰC", "electricity")]
    [InlineData(Question.Category, "dien luc", "electricity")]
    [InlineData(Question.Category, "ufo", null)]
    [InlineData(Question.Text, "quá ngắn", null)]
    [InlineData(Question.Text, " Đèn đường hỏng đã ba ngày. ", "Đèn đường hỏng đã ba ngày.")]
    [InlineData(Question.Commune, "00082", "00082")]
    [InlineData(Question.Commune, "82", null)]
    [InlineData(Question.Place, "bỏ qua", "")]
    [InlineData(Question.Place, "Cổng chợ Hàng Da", "Cổng chợ Hàng Da")]
    [InlineData(Question.Contact, "0912 345 678", "+84912345678")]
    [InlineData(Question.Contact, "an@example.vn", "an@example.vn")]
    [InlineData(Question.Contact, "113", null)]
    [InlineData(Question.Contact, "Skip", "")]
    [InlineData(Question.Confirm, "Đồng ý", "yes")]
    [InlineData(Question.Confirm, "không", "no")]
    [InlineData(Question.Confirm, "có lẽ", null)]
    public void What_people_type_is_understood_or_asked_again(Question question, string typed, string? understood) => Assert.Equal(understood, ChatAnswer.Read(question, typed));

    [Fact]
    public void Questions_come_in_their_order_and_one_at_a_time()
    {
        foreach (var question in Enum.GetValues<Question>())
        {
            var known = After(Enum.GetValues<Question>().Where(earlier => earlier < question));
            Assert.Equal(question, known.Next);
            foreach (var other in Enum.GetValues<Question>().Where(other => other != question))
                Assert.Equal(ChannelProblems.NotTheQuestion, ProblemOf(() => AnswerQuestion.Understand(new(other, "0912345678"), known)));
        }
    }

    [Fact]
    public void What_would_be_understood_is_told() =>
        Assert.Contains("lighting", Refusal(() => AnswerQuestion.Understand(new(Question.Category, "ufo"), After([]))).Allowed!);

    [Fact]
    public void Two_answers_at_once_are_not_both_taken() =>
        Assert.Equal(ChannelProblems.NotTheQuestion, ProblemOf(() => AnswerQuestion.Decide(Question.Category, Words, After([Question.Category]), Now)));

    [Fact]
    public void Yes_ends_it_once_and_no_begins_anew()
    {
        var asked = After([Question.Category, Question.Text, Question.Commune, Question.Place, Question.Contact]);
        var report = Guid.CreateVersion7(Now);

        Assert.Equal([new DialogueEnded(report, Now)], AnswerQuestion.Conclude(report, asked, Now));
        Assert.Empty(AnswerQuestion.Conclude(report, Dialogue.Evolve(asked, new DialogueEnded(report, Now)), Now));
        var anew = Dialogue.Evolve(asked, Assert.Single(AnswerQuestion.Conclude(null, asked, Now)));
        Assert.Equal((Question.Category, null), (anew.Next, anew.Report));
        Assert.Null(Dialogue.Evolve(asked, new DialogueEnded(report, Now)).Next);
    }

    [Fact]
    public void It_ends_in_the_same_command_as_the_apis()
    {
        Dictionary<Question, string> said = new() { [Question.Category] = "lighting", [Question.Text] = "Đèn đường hỏng.", [Question.Commune] = "00082", [Question.Place] = "Cổng chợ", [Question.Contact] = "+84912345678" };

        Assert.Equal(new SubmitReport.Command("lighting", "Đèn đường hỏng.", "00082", new(Description: "Cổng chợ"), new("+84912345678")), ChatAnswer.Command(question => said[question]));
        (said[Question.Place], said[Question.Contact]) = ("", "an@example.vn");
        Assert.Equal(new SubmitReport.Command("lighting", "Đèn đường hỏng.", "00082", null, new(Email: "an@example.vn")), ChatAnswer.Command(question => said[question]));
    }

    [Fact]
    public void Only_who_began_goes_on()
    {
        Assert.Equal(Problem.NotFound, Assert.Throws<Refused>(() => After([]).RequireOf(Neighbour.Id)).Problem);
        Assert.Equal(Problem.NotFound, Assert.Throws<Refused>(() => Dialogue.New(Guid.Empty).RequireOf(Reporter.Id)).Problem);
        Assert.Empty(StartDialogue.Decide(Started, After([])));
    }

    private static Dialogue After(IEnumerable<Question> answered) =>
        answered.Aggregate(Dialogue.Evolve(Dialogue.New(Guid.Empty), Started), (known, question) => Dialogue.Evolve(known, new QuestionAnswered(question, Words, Now)));
}
