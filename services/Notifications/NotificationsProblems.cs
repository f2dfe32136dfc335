using Ecosystem.EventSourcing;

namespace Ecosystem.Notifications;

/// <summary>Why this service refuses, beyond what all services have in common.</summary>
public static class NotificationsProblems
{
    public static readonly Problem InvalidLastEventId = new("invalid-last-event-id", 400, "Last-Event-ID must be the id of an event of this stream.", "Last-Event-ID phải là mã của một sự kiện trong luồng này.");
    public static readonly Problem NotYoursToHear = new("not-yours-to-hear", 403, "Your access token does not allow all of these types of events and units.", "Mã truy cập của bạn không cho phép nghe tất cả các loại sự kiện và đơn vị này.");
    public static readonly Problem WebhookAddressMalformed = new("webhook-address-malformed", 400, "A webhook's url must be an https address, without user, password and fragment, at port 443, 80 or one from 1024 on.", "Địa chỉ webhook phải là https, không có người dùng, mật khẩu và phân đoạn, ở cổng 443, 80 hoặc từ 1024 trở lên.");
    public static readonly Problem WebhookAddressNotAllowed = new("webhook-address-not-allowed", 422, "A webhook's host must be known to the name service and have public addresses only.", "Máy chủ của webhook phải có tên phân giải được và chỉ có địa chỉ công cộng.");
    public static readonly Problem WebhookIsDisabled = new("webhook-is-disabled", 409, "The webhook is disabled; enable it first.", "Webhook đang bị tắt; hãy bật lại trước.");
}
