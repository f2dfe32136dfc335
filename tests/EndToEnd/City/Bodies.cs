namespace Ecosystem.EndToEnd;

/// <summary>Valid requests, as callers would send them.</summary>
internal static class Bodies
{
    public static object Report(string text = "Đèn đường trước số 12 phố Cửa Nam hỏng đã ba ngày, rất tối.") =>
        new { category = "lighting", text, commune = City.CuaNam };

    public static object Directive(params string[] recipients) => new
    {
        title = "45 ngày đêm hỗ trợ chuyển đổi số",
        text = "Mỗi phường thành lập tổ công nghệ số cộng đồng ở từng tổ dân phố.",
        deadline = DateTimeOffset.UtcNow.AddDays(45),
        expectedResult = "Mỗi hộ dân được hướng dẫn ít nhất một lần.",
        responsible = "Ban Thường trực",
        recipients = recipients.Length == 0 ? null : recipients,
    };

    public static object Campaign() => new
    {
        name = "45 ngày đêm",
        startsOn = DateOnly.FromDateTime(DateTime.UtcNow.AddHours(7)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        days = 45,
        targets = new[] { new { indicator = "households visited", value = 9000, unit = "households" } },
        platforms = new[] { "VNeID", "iHanoi", "NationalPublicServicePortal", "MpsPortal", "ETaxMobile" },
    };

    public static object Point(int capacity) => new { name = "Điểm bình dân học vụ số số 1", location = "Nhà văn hóa tổ dân phố 1", capacity, openingHours = "8:00-20:00" };

    public static object Team(string group) => new { name = $"Tổ công nghệ số {group}", residentialGroup = group, leader = "tl-1", members = new[] { "tv-1", "tv-2" }, homeVisitCapacity = 20 };

    public static object Visit(string team) => new { team, household = "H-12", outcome = "visited", visitedAt = DateTimeOffset.UtcNow, platforms = new[] { "VNeID" }, skillBefore = 0, skillAfter = 2, metWith = "Bà Lan" };
}
