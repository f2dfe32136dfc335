using System.ComponentModel.DataAnnotations;
using Ecosystem.Feedback.Categories;
using static Ecosystem.UnitTests.Feedback.Given;

namespace Ecosystem.UnitTests.Feedback;

public class AnswersTests
{
    private static readonly Choice[] Depths = [new("low", "Thấp", "Low"), new("high", "Cao", "High")];

    private static readonly Category Flood = new("flood", new("Ngập", "Flood",
        Questions:
        [
            new("depth", QuestionKind.SingleValueList, "Ngập sâu?", "How deep?", Required: true, Order: 2, Values: Depths),
            new("what", QuestionKind.MultiValueList, "Những gì?", "What?", Values: Depths),
            new("centimetres", QuestionKind.Number, "Bao nhiêu cm?", "How many?", Order: 1),
            new("since", QuestionKind.Datetime, "Từ lúc nào?", "Since when?"),
            new("note", QuestionKind.Text, "Ghi chú", "Note"),
        ],
        Stoppers: [new("Gọi ngay 114.", "Call 114 now.", "depth", "high")]), ["flood"], IsLeaf: true, IsClosed: false);

    [Fact]
    public void Questions_are_asked_in_their_order() => Assert.Equal(["centimetres", "depth"], Flood.Definition.Asked().Where(question => question.Order > 0).Select(question => question.Code));

    [Fact]
    public void A_required_answer_that_is_missing_is_told_under_the_questions_code()
    {
        Assert.Equal(["answers.depth"], Wrong(null));
        Assert.Equal(["answers.depth"], Wrong(new() { ["depth"] = [] }));
        Assert.Equal(["answers.depth"], Wrong(new() { ["depth"] = null! }));
        Assert.Empty(Wrong(new() { ["depth"] = ["low"] }));
    }

    [Theory]
    [InlineData("depth", "deep")]
    [InlineData("depth", "low|high")]
    [InlineData("what", "low|low")]
    [InlineData("what", "low|deep")]
    [InlineData("centimetres", "năm")]
    [InlineData("centimetres", "1,5")]
    [InlineData("centimetres", "1e400")]
    [InlineData("since", "hôm qua")]
    [InlineData("since", "2026-11-22T08:00:00")]
    [InlineData("since", "1026-11-22T08:00:00Z")]
    [InlineData("note", " ")]
    [InlineData("note", "chuông\u0007")]
    [InlineData("colour", "red")]
    public void A_wrong_answer_is_told_under_its_code(string code, string answer) =>
        Assert.Contains($"answers.{code}", Wrong(new() { ["depth"] = ["low"], [code] = answer.Split('|') }));

    [Theory]
    [InlineData("what", "low|high")]
    [InlineData("centimetres", "-2.50")]
    [InlineData("since", "2026-11-22T08:00:00+07:00")]
    [InlineData("since", "2026-11-22T01:00:00Z")]
    [InlineData("note", "Nước dâng nhanh.\nCần giúp.")]
    public void A_right_answer_is_taken(string code, string answer) => Assert.Empty(Wrong(new() { ["depth"] = ["low"], [code] = answer.Split('|') }));

    [Fact]
    public void A_text_that_is_no_code_is_not_repeated() => Assert.Equal(["answers"], Wrong(new() { ["depth"] = ["low"], ["<script>"] = ["1"] }));

    [Fact]
    public void An_answer_that_ends_the_form_makes_no_report()
    {
        Assert.Equal(CategoryProblems.FormEnds, ProblemOf(() => Stopped(Flood, new() { ["depth"] = ["high"] })));
        Assert.Empty(Stopped(Flood, new() { ["depth"] = ["low"] }));
        Assert.Empty(Stopped(Flood, null));
        Assert.Equal(CategoryProblems.FormEnds, ProblemOf(() => Stopped(Flood with { Definition = Flood.Definition with { Stoppers = [new("Không nhận.", "Not here.")] } }, null)));
    }

    [Fact]
    public void Only_what_was_chosen_leaves_the_sealed_statement()
    {
        var chosen = Answers.Chosen(Flood, new Dictionary<string, string[]> { ["depth"] = ["low"], ["note"] = ["Nhà bà Lan"], ["what"] = [] });

        Assert.Equal(["depth"], chosen!.Keys);
        Assert.Null(Answers.Chosen(Flood, new Dictionary<string, string[]> { ["note"] = ["Nhà bà Lan"] }));
    }

    [Fact]
    public void A_question_and_a_stopper_that_fit_nothing_are_refused()
    {
        Assert.NotEmpty(new Question("depth", QuestionKind.SingleValueList, "Sâu?", "Deep?").Validate(new(this)));
        Assert.NotEmpty(new Question("depth", QuestionKind.Text, "Sâu?", "Deep?", Values: Depths).Validate(new(this)));
        Assert.Contains(Definition(new Stopper("Gọi 114.", "Call 114.", "depth", "middle")), fault => fault.MemberNames.Contains("Stoppers"));
        Assert.Contains(Definition(new Stopper("Gọi 114.", "Call 114.", Value: "high")), fault => fault.MemberNames.Contains("Stoppers"));
        Assert.Empty(Definition(new Stopper("Gọi 114.", "Call 114.")));
    }

    private static IEnumerable<string> Wrong(Dictionary<string, string[]>? answers) => Answers.Faults(Flood, answers).SelectMany(fault => fault.MemberNames);

    private static object[] Stopped(Category category, Dictionary<string, string[]>? answers)
    {
        Answers.RequireNoStopper(category, answers);
        return [];
    }

    private static IEnumerable<ValidationResult> Definition(Stopper stopper)
    {
        var definition = Flood.Definition with { Stoppers = [stopper] };
        return definition.Validate(new(definition));
    }
}
