using Ecosystem.EventSourcing;

namespace Ecosystem.Feedback;

/// <summary>Why this service refuses.</summary>
public static class FeedbackProblems
{
    public static readonly Problem UnknownCommune = new("unknown-commune", 422, "No unit is known that would be in charge in this commune.", "Chưa xác định được đơn vị phụ trách tại xã, phường này.");
    public static readonly Problem IllegalTransition = new("illegal-report-transition", 409, "The report's state does not allow this.", "Trạng thái của phản ánh không cho phép thao tác này.");
    public static readonly Problem WrongTrackingCode = new("wrong-tracking-code", 400, "This is not a tracking code: a character is wrong or missing.", "Mã tra cứu không đúng: có ký tự sai hoặc thiếu.");
    public static readonly Problem NotCoordinating = new("not-the-coordinating-unit", 403, "Only the province's coordinating unit may do this.", "Chỉ đơn vị điều phối cấp tỉnh được thực hiện việc này.");
}
