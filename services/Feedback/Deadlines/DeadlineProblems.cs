using Ecosystem.EventSourcing;

namespace Ecosystem.Feedback.Deadlines;

/// <summary>Why a deadline does not move.</summary>
public static class DeadlineProblems
{
    public static readonly Problem PromisedBefore = new("promised-before", 409,
        "The answer was put off before; a later date than that promised cannot be promised again.",
        "Đã hẹn lại thời hạn trả lời một lần; không thể hẹn lại muộn hơn nữa.");
}
