using Ecosystem.EventSourcing;

namespace Ecosystem.Feedback.DataRequests;

/// <summary>Why a step of a request about personal data is refused.</summary>
public static class DataRequestProblems
{
    public static readonly Problem Restricted = new("processing-restricted", 409, "The person has restricted the use of the data: they are kept and not used.", "Chủ thể đã yêu cầu hạn chế xử lý: dữ liệu chỉ được lưu giữ, không được sử dụng.");
    public static readonly Problem Decided = new("data-request-decided", 409, "The request is decided.", "Yêu cầu đã được quyết định.");
    public static readonly Problem ExtendedBefore = new("data-request-extended", 409, "The time was extended before; the law allows it once.", "Đã gia hạn một lần; pháp luật chỉ cho phép gia hạn một lần.");
    public static readonly Problem ExtensionTooLong = new("data-request-extension-too-long", 422, "The law does not allow so long an extension of such a request.", "Thời gian gia hạn vượt quá mức pháp luật cho phép.");
    public static readonly Problem ReasonNeeded = new("data-refusal-needs-reason", 422, "A refusal names the law's reason, and what is granted names none.", "Từ chối phải nêu căn cứ pháp luật; chấp thuận thì không nêu.");
}
