using Ecosystem.EventSourcing;

namespace Ecosystem.Feedback.Channels;

/// <summary>Why a channel refuses.</summary>
public static class ChannelProblems
{
    public static readonly Problem OtherProvince = new("other-province", 403, "The place belongs to another province.", "Địa bàn thuộc tỉnh, thành phố khác.");
    public static readonly Problem ReferenceReused = new("external-reference-reused", 409, "Another report was sent under this reference.", "Mã tham chiếu này đã dùng cho phản ánh khác.");
    public static readonly Problem NotTheQuestion = new("not-the-question", 409, "This is not what was asked; allowed names the question.", "Đây không phải câu hỏi hiện tại; trường allowed nêu câu hỏi.");
    public static readonly Problem NotUnderstood = new("answer-not-understood", 422, "The answer could not be understood; allowed names what would be.", "Chưa hiểu câu trả lời; trường allowed nêu câu trả lời phù hợp.");
    public static readonly Problem DialogueErased = new("dialogue-erased", 409, "The person's data were erased, and the answers with them. Start a new dialogue.", "Dữ liệu cá nhân đã được xóa, cùng với các câu trả lời. Vui lòng bắt đầu lại.");
    public static readonly Problem MeasuredInFuture = new("measured-in-future", 422, "The measurement's time lies in the future.", "Thời điểm đo nằm trong tương lai.");
}
