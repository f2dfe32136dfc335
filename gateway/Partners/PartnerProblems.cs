using Ecosystem.EventSourcing;

namespace Ecosystem.Gateway.Partners;

/// <summary>Why the registry of partners refuses.</summary>
public static class PartnerProblems
{
    public static readonly Problem AlreadyRegistered = new("partner-already-registered", 409, "A partner was registered under this path before. Paths are never given twice, not even after a deletion.", "Đường dẫn này đã được đăng ký. Đường dẫn không được cấp lại, kể cả sau khi xóa.");
    public static readonly Problem IllegalTransition = new("illegal-partner-transition", 409, "The partner's state does not allow this.", "Trạng thái của đối tác không cho phép thao tác này.");
    public static readonly Problem KeyOfOtherKind = new("key-of-other-kind", 409, "This key is valid already, for the sandbox or for live calls. Make one of its own for each.", "Khóa này đang hiệu lực cho môi trường thử nghiệm hoặc chính thức. Hãy tạo khóa riêng cho mỗi môi trường.");
    public static readonly Problem TooManyCredentials = new("two-credentials-live", 409, "Two credentials of this kind are live already. Revoke one first.", "Đã có hai thông tin xác thực loại này đang hiệu lực. Hãy thu hồi một trước.");
    public static readonly Problem UnknownPlan = new("unknown-plan", 400, "There is no plan of limits of this name.", "Không có gói hạn mức tên này.");
    public static readonly Problem UnfitKey = new("unfit-public-key", 400, "The key must be the public half of an EC key on P-256 or of an RSA key of 2048 to 4096 bits (exponent 65537), for signatures.", "Khóa phải là phần công khai của khóa EC P-256 hoặc RSA từ 2048 đến 4096 bit (số mũ 65537), dùng để ký.");
}
