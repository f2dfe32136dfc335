using Ecosystem.EventSourcing;

namespace Ecosystem.Feedback.Forwarding;

/// <summary>Why a report cannot go to another agency, or its server not be used.</summary>
public static class ForwardingProblems
{
    public static readonly Problem TargetMalformed = new("forwarding-address-malformed", 422, "The server's address must be a plain https address without user, fragment or query.", "Địa chỉ máy chủ phải là địa chỉ https, không có tài khoản, phân mảnh hay truy vấn.");
    public static readonly Problem TargetNotAllowed = new("forwarding-address-not-allowed", 422, "The server's address cannot be found or is not on the open Internet.", "Không tìm thấy địa chỉ máy chủ, hoặc địa chỉ không thuộc Internet công cộng.");
    public static readonly Problem UnknownTarget = new("unknown-forwarding-target", 422, "There is no agency of that code now that takes this unit's reports of this category.", "Hiện không có cơ quan với mã này nhận phản ánh thuộc lĩnh vực và đơn vị này.");
    public static readonly Problem ForwardedBefore = new("forwarded-before", 409, "The report has gone to this agency, or is on its way.", "Phản ánh đã được chuyển hoặc đang chuyển đến cơ quan này.");
    public static readonly Problem NotThePartner = new("not-the-forwarding-partner", 403, "Only the system of the agency that has the report may tell this.", "Chỉ hệ thống của cơ quan đang xử lý phản ánh được gửi cập nhật này.");
}
