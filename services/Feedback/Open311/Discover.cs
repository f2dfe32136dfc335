using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback.Open311;

/// <summary>Which servers there are, by the standard's service discovery.</summary>
public static class Discover
{
    private const string Changeset = "2026-11-22 00:00";

    public static IResult Handle(Format format, HttpRequest request) => GeoReport.Answer(format, "discovery", new Discovery(
        Changeset,
        Language.Say("The province's coordinating unit.", "Đơn vị điều phối cấp tỉnh."),
        Language.Say("An operator registers you as a partner; send the access token as `Authorization: Bearer`, never as api_key.", "Người vận hành đăng ký đối tác; gửi mã truy cập trong `Authorization: Bearer`, không dùng api_key."),
        [new("http://wiki.open311.org/GeoReport_v2", $"{Address(request)}/open311/v2", Changeset, "production", ["text/xml", "application/json"])]));

    /// <summary>Ours as the caller knows it: the gateway's.</summary>
    private static string Address(HttpRequest request) =>
        $"{First(request, "X-Forwarded-Proto") ?? request.Scheme}://{First(request, "X-Forwarded-Host") ?? request.Host.Value}";

    private static string? First(HttpRequest request, string header) => request.Headers[header] is [{ Length: > 0 } value, ..] ? value.Split(',')[0] : null;
}
