using Ecosystem.EventSourcing;

namespace Ecosystem.ServiceDefaults;

/// <summary>Refusals that concern the caller and not what was asked.</summary>
public static class CallerProblems
{
    public static readonly Problem Unauthenticated = new("unauthenticated", 401, "A valid access token is needed.", "Cần có mã truy cập hợp lệ.");
    public static readonly Problem Forbidden = new("forbidden", 403, "You may not do this.", "Bạn không có quyền thực hiện việc này.");
    public static readonly Problem MissingScope = new("missing-scope", 403, "Your access token does not allow this.", "Mã truy cập của bạn không cho phép việc này.");
    public static readonly Problem SecondFactorRequired = new("second-factor-required", 403, "Operators must sign in with a second factor for this.", "Người vận hành phải đăng nhập bằng xác thực hai yếu tố để thực hiện việc này.");
    public static readonly Problem HigherLevelRequired = new("higher-identity-level-required", 403, "This binds you, so your electronic identity must be of a higher level. Sign in with it again.", "Việc này có giá trị ràng buộc nên cần tài khoản định danh điện tử mức cao hơn. Vui lòng đăng nhập lại.");
    public static readonly Problem WrongKind = new("wrong-kind-of-caller", 403, "This is not for your kind of caller.", "Chức năng này không dành cho loại tài khoản của bạn.");
    public static readonly Problem IssuerUnavailable = new("issuer-unavailable", 503, "The identity provider cannot be reached, so your access token could not be checked. Try again.", "Không kết nối được hệ thống định danh để kiểm tra mã truy cập. Vui lòng thử lại.");
}
