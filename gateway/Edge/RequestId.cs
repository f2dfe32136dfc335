using System.Diagnostics;

namespace Ecosystem.Gateway.Edge;

/// <summary>
/// The id under which a caller and we speak of one request: the caller's own UUID, else a new one. It goes on to the service, into the trace
/// and into the answer. Anything but one UUID is refused, as no two sides would find it again.
/// </summary>
internal static class RequestId
{
    public const string Header = "X-Request-Id";
    private static readonly object Key = new();

    public static void Give(HttpContext http)
    {
        var given = http.Request.Headers[Header];
        var isUuid = Guid.TryParseExact(given, given.ToString().Length == 32 ? "N" : "D", out var id);
        var text = $"{(isUuid ? id : Guid.CreateVersion7())}";
        http.Items[Key] = new Given(text, Wrong: given.Count > 0 && !isUuid);
        http.Request.Headers[Header] = text;
        Activity.Current?.SetTag("ecosystem.request_id", text);
    }

    public static string Of(HttpContext http) => ((Given)http.Items[Key]!).Id;

    public static bool IsWrong(HttpContext http) => ((Given)http.Items[Key]!).Wrong;

    private sealed record Given(string Id, bool Wrong);
}
