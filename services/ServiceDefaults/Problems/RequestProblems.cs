using Ecosystem.EventSourcing;

namespace Ecosystem.ServiceDefaults;

/// <summary>Refusals that concern the form of a request and not what it asks for.</summary>
public static class RequestProblems
{
    public static readonly Problem ValidationFailed = new("validation-failed", 400, "Some of the request's values are not valid.", "Một số giá trị trong yêu cầu không hợp lệ.");
    public static readonly Problem MalformedBody = new("malformed-body", 400, "The request's body is missing or cannot be read.", "Nội dung yêu cầu bị thiếu hoặc không đọc được.");
    public static readonly Problem MalformedRequest = new("malformed-request", 400, "The request cannot be understood.", "Không hiểu được yêu cầu.");
    public static readonly Problem InvalidIdempotencyKey = new("invalid-idempotency-key", 400, "Idempotency-Key must be one value of 1 to 255 visible ASCII characters.", "Idempotency-Key phải là một giá trị gồm 1 đến 255 ký tự ASCII nhìn thấy được.");
    public static readonly Problem IdempotencyKeyRequired = new("idempotency-key-required", 400, "A system must send an Idempotency-Key with each POST, so that a repeat has no second effect.", "Hệ thống phải gửi Idempotency-Key với mỗi yêu cầu POST để yêu cầu gửi lại không có tác dụng lần hai.");
    public static readonly Problem VersionRequired = new("if-match-required", 428, "Say in If-Match which version you have read, so that you undo nobody's change unseen.", "Hãy gửi If-Match với phiên bản đã đọc để không ghi đè thay đổi của người khác.");
    public static readonly Problem InvalidIfMatch = new("invalid-if-match", 400, "If-Match must be one version in quotation marks, as in the header ETag.", "If-Match phải là một phiên bản đặt trong dấu ngoặc kép, như trong tiêu đề ETag.");
    public static readonly Problem InvalidMinPosition = new("invalid-min-position", 400, "Min-Position must be a number, as in the header Position.", "Min-Position phải là một số, như trong tiêu đề Position.");
    public static readonly Problem MethodNotAllowed = new("method-not-allowed", 405, "This address does not know the method.", "Địa chỉ này không hỗ trợ phương thức đã dùng.");
    public static readonly Problem Slow = new("request-too-slow", 408, "The request did not arrive in time.", "Yêu cầu không đến kịp thời gian cho phép.");
    public static readonly Problem BodyTooLarge = new("body-too-large", 413, "The request's body is larger than is allowed.", "Nội dung yêu cầu vượt quá kích thước cho phép.");
    public static readonly Problem UnsupportedMediaType = new("unsupported-media-type", 415, "The request's Content-Type is not one that this address reads.", "Không hỗ trợ Content-Type của yêu cầu.");
    public static readonly Problem TooManyRequests = new("too-many-requests", 429, "Too many requests in a short time.", "Quá nhiều yêu cầu trong thời gian ngắn.");
    public static readonly Problem NotYetReached = new("position-not-reached", 503, "The list has not caught up with Min-Position yet. Try again.", "Danh sách chưa cập nhật đến vị trí yêu cầu. Vui lòng thử lại.");
    public static readonly Problem Unexpected = new("unexpected", 500, "Something went wrong here, not with your request. Report the traceId.", "Hệ thống gặp lỗi. Vui lòng thông báo kèm traceId.");

    /// <summary>The problem of a status that was set without saying why; null where none is known.</summary>
    internal static Problem? Of(int status) => status switch
    {
        400 => MalformedRequest,
        401 => CallerProblems.Unauthenticated,
        403 => CallerProblems.Forbidden,
        404 => Problem.NotFound,
        405 => MethodNotAllowed,
        408 => Slow,
        413 => BodyTooLarge,
        415 => UnsupportedMediaType,
        429 => TooManyRequests,
        500 => Unexpected,
        _ => null,
    };
}
