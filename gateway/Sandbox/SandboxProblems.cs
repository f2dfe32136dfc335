using Ecosystem.EventSourcing;

namespace Ecosystem.Gateway.Sandbox;

/// <summary>Refusals of requests with a token for the sandbox.</summary>
internal static class SandboxProblems
{
    public static readonly Problem NoSandbox = new("no-sandbox", 404, "This service has no sandbox here, and a token for the sandbox reaches nothing else.", "Dịch vụ này chưa có môi trường thử nghiệm; mã truy cập thử nghiệm không dùng được ở nơi khác.");
    public static readonly Problem LiveAlone = new("not-in-sandbox", 403, "This is not in the sandbox: it is done with a live token only.", "Chức năng này không có trong môi trường thử nghiệm, chỉ dùng được với mã truy cập chính thức.");
}
