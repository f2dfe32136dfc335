using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Guidance;
using static Ecosystem.UnitTests.Feedback.Guidance.Editor;

namespace Ecosystem.UnitTests.Feedback.Guidance;

public class QuestionTests
{
    private static readonly QuestionAsked Unanswered = new("câu hỏi 2026-11", new Sealed("words"), [], IsAnswered: false, Now), Answered = Unanswered with { IsAnswered = true };

    [Theory]
    [InlineData("Đăng ký thường trú", "dang ki thuong tru")]
    [InlineData("dang ki  THƯỜNG-TRÚ?", "dang ki thuong tru")]
    [InlineData("tay, tai, quỳ, thuỷ, lý lịch, lí lịch", "tay tai quy thuy li lich li lich")]
    [InlineData("Hoà Hòa đường Đống Đa", "hoa hoa duong dong da")]
    public void Spellings_of_one_word_fold_to_one_key(string written, string key)
    {
        Assert.Equal(key, FoldedText.Of(written));
        Assert.Equal(key, FoldedText.Of(written.Normalize(System.Text.NormalizationForm.FormD)));
    }

    [Fact]
    public void What_every_question_has_is_left_out_and_short_forms_are_written_out()
    {
        var words = QuestionWords.Of("Cho tôi hỏi: làm lại CCCD ở đâu ạ?");

        Assert.Equal(["lam", "lai", "can", "cuoc", "cong", "dan"], words.Singles);
        Assert.Equal(["lam lai", "lai can", "can cuoc", "cuoc cong", "cong dan"], words.Pairs);
        Assert.Equal(["Nơi tiếp nhận:"], words.Lines());
    }

    [Fact]
    public void A_question_of_courtesies_alone_is_about_nothing() => Assert.Empty(QuestionWords.Of("xin hỏi ở đâu ạ??? 😀").Singles);

    [Theory]
    [InlineData("gọi tôi số 0912 345 678 nhé", "gọi tôi số [đã che] nhé")]
    [InlineData("CCCD 001099012345 của Lan", "CCCD [đã che] của Lan")]
    [InlineData("+84 (91) 234-56-78", "[đã che]")]
    [InlineData("gửi về lan.nguyen@example.vn", "gửi về [đã che]")]
    [InlineData("mẫu CT01, 20.000 đồng, ngày 22/11/2026", "mẫu CT01, 20.000 đồng, ngày 22/11/2026")]
    public void Numbers_of_persons_are_masked_before_anything_is_stored(string written, string kept) => Assert.Equal(kept, PersonalNumbers.Masked(written));

    [Theory]
    [InlineData("nước máy chảy yếu", "Nhà đang cháy", 0.5)]
    [InlineData("nhà bên đang cháy", "Nhà đang cháy", 1)]
    [InlineData("nha ben dang chay", "Nhà đang cháy", 1)]
    [InlineData("hoà giải", "Hòa giải ở cơ sở", 1)]
    public void Accents_that_were_typed_are_meant(string question, string title, double fit) =>
        Assert.Equal(fit, AccentFit.Of(question, Editor.Content(title)), 3);

    [Fact]
    public void An_answer_quotes_the_line_that_was_asked_for()
    {
        var content = ShippedGuidance.All().Single(shipped => shipped.Code == "cap-ho-chieu").Content;

        Assert.StartsWith("Lệ phí: 200.000 đồng", Answering.Passage(QuestionWords.Of("làm hộ chiếu mất bao nhiêu tiền"), content), StringComparison.Ordinal);
        Assert.StartsWith("Hồ sơ, giấy tờ cần có:", Answering.Passage(QuestionWords.Of("làm hộ chiếu cần giấy tờ gì"), content), StringComparison.Ordinal);
        Assert.StartsWith("Người từ đủ 14 tuổi", Answering.Passage(QuestionWords.Of("hộ chiếu cho người 14 tuổi"), content), StringComparison.Ordinal);
    }

    [Fact]
    public void A_fee_or_time_that_is_not_known_is_not_guessed()
    {
        var facts = new ProcedureFacts(null, "Đất đai", OnlineLevel.Partial, null, null, null, DayKind.Working, [], [], "Phường");

        Assert.Contains("Lệ phí: hỏi tại nơi tiếp nhận, vì mức thu do địa phương hoặc từng trường hợp quy định.", facts.Lines());
        Assert.Contains("Thời hạn giải quyết: ghi trên giấy hẹn trả kết quả.", facts.Lines());
    }

    [Fact]
    public void What_was_not_answered_or_did_not_help_waits_for_an_editor_until_it_is_settled()
    {
        Assert.True(Row(Unanswered).IsOpen);
        Assert.False(Row(Answered).IsOpen);
        Assert.True(Row(Answered, new ReplyRated(Helpful: false, Now)).IsOpen);
        Assert.False(Row(Answered, new ReplyRated(Helpful: false, Now), new ReplyRated(Helpful: true, Now)).IsOpen);
        Assert.True(Row(Unanswered, new ReplyRated(Helpful: true, Now)).IsOpen);
        Assert.False(Row(Unanswered, new QuestionSettled("ket-hon", Now)).IsOpen);
    }

    [Fact]
    public void A_verdict_is_noted_once_and_may_be_changed()
    {
        Assert.Equal([new ReplyRated(Helpful: true, Now)], RateReply.Decide(new(Helpful: true), Asked(), Now));
        Assert.Empty(RateReply.Decide(new(Helpful: true), Asked(new ReplyRated(Helpful: true, Now)), Now));
        Assert.Equal([new ReplyRated(Helpful: false, Now)], RateReply.Decide(new(Helpful: false), Asked(new ReplyRated(Helpful: true, Now)), Now));
        Assert.Equal(Problem.NotFound, ProblemOf(() => RateReply.Decide(new(Helpful: true), Question.New(Guid.Empty), Now)));
    }

    [Fact]
    public void A_question_is_settled_once()
    {
        Assert.Equal([new QuestionSettled("ket-hon", Now)], SettleQuestion.Decide(new("ket-hon"), Asked(), Now));
        Assert.Empty(SettleQuestion.Decide(new("ket-hon"), Asked(new QuestionSettled("ket-hon", Now)), Now));
        Assert.Equal(Problem.NotFound, ProblemOf(() => SettleQuestion.Decide(new(), Question.New(Guid.Empty), Now)));
    }

    [Fact]
    public void Only_the_coordinating_unit_sets_the_hotline_and_the_threshold()
    {
        var command = new ConfigureAssistant.Command("1022", 0.6, "12/QĐ-UBND");

        Assert.Equal([new AssistantConfigured("1022", 0.6, "12/QĐ-UBND", Now)], ConfigureAssistant.Decide(command, Assistant.New(Guid.Empty), Own, Now));
        Assert.Empty(ConfigureAssistant.Decide(command, new("1022", 0.6, "12/QĐ-UBND"), Own, Now));
        Assert.Equal(Ecosystem.Feedback.FeedbackProblems.NotCoordinating, ProblemOf(() => ConfigureAssistant.Decide(command, Assistant.New(Guid.Empty), Ward, Now)));
    }

    [Fact]
    public void Keys_of_months_long_past_are_due_and_the_last_three_are_not()
    {
        var due = ForgetQuestions.Due(Now).ToList();

        Assert.Equal(("câu hỏi 2026-07", 12), (due[0], due.Count));
        Assert.Equal("câu hỏi 2026-11", Question.KeeperOf(Now));
    }

    private static QuestionRow Row(params QuestionEvent[] course) => course.Aggregate((QuestionRow?)null, (row, happened) => QuestionRow.Fold(row, Guid.Empty, happened))!;

    private static Question Asked(params QuestionEvent[] course) => course.Prepend(Unanswered).Aggregate(Question.New(Guid.Empty), Question.Evolve);
}
