using Ecosystem.EventSourcing;

namespace Ecosystem.Gateway.Limits;

/// <summary>Refusals by which the gateway keeps the services usable for all.</summary>
internal static class LimitProblems
{
    public static readonly Problem QuotaExceeded = new("quota-exceeded", 429, "You have used up the quota of this window. Come back when it is over, as Retry-After says.", "Bạn đã dùng hết hạn mức của khoảng thời gian này. Vui lòng thử lại sau thời gian ghi ở Retry-After.");
    public static readonly Problem ReducedCapacity = new("temporary-reduced-capacity", 503, "There is more to do right now than can be done, and this can wait. Try again as Retry-After says.", "Hệ thống đang quá tải và yêu cầu này có thể chờ. Vui lòng thử lại sau thời gian ghi ở Retry-After.");
    public static readonly Problem Unavailable = new("limits-unavailable", 503, "Quotas cannot be counted right now, and what reaches many people is not let through uncounted. Try again.", "Tạm thời không kiểm tra được hạn mức nên chưa thể gửi nội dung đến nhiều người. Vui lòng thử lại.");
}
