using Ecosystem.EventSourcing;

namespace Ecosystem.Coordination;

/// <summary>This service's refusals.</summary>
public static class CoordinationProblems
{
    public static readonly Problem FileNotUtf8 = new("file-not-utf-8", 400, "The file is not valid UTF-8.", "Tệp không phải UTF-8 hợp lệ.");
    public static readonly Problem IssuerNotRegistered = new("issuer-not-registered", 409, "Your organisation is not registered here yet.", "Tổ chức của bạn chưa được đăng ký trong hệ thống.");
    public static readonly Problem RecipientNotBelow = new("recipient-not-below-issuer", 403, "A directive goes only to organisations below your own.", "Chỉ được giao chỉ thị cho các tổ chức trực thuộc.");
    public static readonly Problem NoRecipients = new("no-recipients", 409, "No organisation stands directly below yours; name the recipients.", "Không có tổ chức trực tiếp bên dưới; hãy nêu rõ nơi nhận.");
    public static readonly Problem TooManyRecipients = new("too-many-recipients", 409, "A directive has at most 500 recipients.", "Chỉ thị có tối đa 500 nơi nhận.");
    public static readonly Problem DeadlineNotAhead = new("deadline-not-ahead", 400, "The deadline must lie in the future and within five years.", "Thời hạn phải ở tương lai và trong vòng năm năm.");
    public static readonly Problem NotTheRecipient = new("not-the-recipient", 403, "Only the recipient answers for itself.", "Chỉ nơi nhận mới được thực hiện việc này.");
    public static readonly Problem NotTheIssuer = new("not-the-issuer", 403, "Only the issuer reads the roll-up.", "Chỉ nơi ban hành mới được xem tổng hợp.");
    public static readonly Problem NotInThisState = new("directive-not-in-this-state", 409, "The recipient's state does not allow this.", "Trạng thái của nơi nhận không cho phép việc này.");
}
