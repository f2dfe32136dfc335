using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ecosystem.Feedback.Guidance;

/// <summary>The articles that come with this program: the files Data/guidance/*.json, one a field of administration.</summary>
public sealed record ShippedGuidance(string Code, ArticleKind Kind, ArticleContent Content)
{
    private const string Folder = "Ecosystem.Feedback.Data.guidance.";
    private static readonly DateOnly Since = new(2026, 1, 1);
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) }, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <param name="Field">Field of administration of the procedures.</param>
    /// <param name="Receiving">Where they are handed in, unless one says otherwise.</param>
    private sealed record Book(string? Field, string? Receiving, Written[] Articles);

    private sealed record Written(
        string Code, string Title, string Body, string[] Keywords, ArticleKind Kind = ArticleKind.Procedure, string? Basis = null, string? National = null,
        OnlineLevel Online = OnlineLevel.Full, long? Fee = null, string? FeeNote = null, int? Days = null, DayKind DaysAre = DayKind.Working,
        string[]? Steps = null, string[]? Documents = null, string? Receiving = null);

    public static IEnumerable<ShippedGuidance> All() => typeof(ShippedGuidance).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal) && !name.EndsWith("assistant.json", StringComparison.Ordinal)).Order(StringComparer.Ordinal).SelectMany(Read);

    private static IEnumerable<ShippedGuidance> Read(string resource)
    {
        using var file = typeof(ShippedGuidance).Assembly.GetManifestResourceStream(resource)!;
        var book = JsonSerializer.Deserialize<Book>(file, Json)!;
        return book.Articles.Select(article => new ShippedGuidance(article.Code, article.Kind, ContentOf(article, book)));
    }

    private static ArticleContent ContentOf(Written written, Book book) => new(
        written.Title, written.Body, [.. written.Keywords], Since, null, written.Basis,
        written.Kind is ArticleKind.Procedure ? Facts(written, book) : null);

    private static ProcedureFacts Facts(Written written, Book book) => new(
        written.National, book.Field!, written.Online, written.Fee, written.FeeNote, written.Days, written.DaysAre,
        [.. written.Steps ?? Usual(written.Online)], [.. written.Documents ?? []], written.Receiving ?? book.Receiving!);

    private static string[] Usual(OnlineLevel online) => online switch
    {
        OnlineLevel.Full => ["Đăng nhập Cổng Dịch vụ công quốc gia bằng VNeID", "Điền tờ khai điện tử và đính kèm giấy tờ", "Nộp phí, lệ phí trực tuyến nếu có", "Theo dõi hồ sơ và nhận kết quả"],
        OnlineLevel.Partial => ["Nộp hồ sơ trực tuyến trên Cổng Dịch vụ công quốc gia hoặc trực tiếp tại nơi tiếp nhận", "Đến nơi tiếp nhận khi được hẹn, mang theo bản chính để đối chiếu", "Nộp phí, lệ phí nếu có", "Nhận kết quả theo giấy hẹn"],
        _ => ["Chuẩn bị hồ sơ", "Nộp trực tiếp tại nơi tiếp nhận và lấy giấy hẹn", "Nhận kết quả theo giấy hẹn"],
    };
}
