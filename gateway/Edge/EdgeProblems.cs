using Ecosystem.EventSourcing;

namespace Ecosystem.Gateway.Edge;

/// <summary>Refusals of requests that the gateway and a service might understand differently.</summary>
internal static class EdgeProblems
{
    public static readonly Problem InvalidRequestId = new("invalid-request-id", 400, "X-Request-Id must be one UUID.", "X-Request-Id phải là một UUID.");
    public static readonly Problem AmbiguousPath = new("ambiguous-path", 400, "The path holds an encoded slash, backslash, percent sign or control character.", "Đường dẫn chứa dấu gạch chéo, dấu phần trăm hoặc ký tự điều khiển được mã hóa.");
    public static readonly Problem AmbiguousLength = new("ambiguous-length", 400, "The request has both Content-Length and Transfer-Encoding.", "Yêu cầu có cả Content-Length và Transfer-Encoding.");
}
