namespace Ecosystem.EventSourcing;

/// <summary>A documented reason for a refusal; <see cref="Type"/> is its name for good, see docs/problems.md.</summary>
/// <param name="Type">Kebab-case slug, unique over all services.</param>
/// <param name="Status">The HTTP status it answers with.</param>
public sealed record Problem(string Type, int Status, string English, string Vietnamese)
{
    public static readonly Problem NotFound = new("not-found", 404, "There is no such thing, or it is not yours to see.", "Không tìm thấy, hoặc bạn không có quyền xem.");
    public static readonly Problem VersionMismatch = new("version-mismatch", 412, "It has changed since you read it. Read it again and decide anew.", "Dữ liệu đã thay đổi từ lần đọc trước. Hãy đọc lại rồi quyết định.");
    public static readonly Problem KeyReused = new("idempotency-key-reused", 422, "This Idempotency-Key was used before with another request.", "Idempotency-Key này đã được dùng cho một yêu cầu khác.");
    public static readonly Problem TooLarge = new("event-too-large", 413, "What this request would store is too large.", "Nội dung cần lưu quá lớn.");
    public static readonly Problem NotStorable = new("not-storable", 400, "The request holds text that cannot be stored.", "Yêu cầu chứa nội dung không thể lưu.");
    public static readonly Problem BadCursor = new("bad-cursor", 400, "This cursor is not one that this list gave.", "Con trỏ trang không hợp lệ.");
    public static readonly Problem Busy = new("busy", 503, "Too many decide on the same thing right now. Try again.", "Quá nhiều yêu cầu cùng lúc. Vui lòng thử lại.");
    public static readonly Problem Unavailable = new("store-unavailable", 503, "The store cannot be reached right now. Nothing is lost; try again with the same Idempotency-Key.", "Hệ thống lưu trữ tạm thời gián đoạn. Vui lòng thử lại với cùng Idempotency-Key.");
}

/// <summary>The rules say no. Nothing is stored; the caller gets the problem with its HTTP status.</summary>
public sealed class Refused(Problem problem, Exception? cause = null) : Exception(problem.English, cause)
{
    public Problem Problem { get; } = problem;

    /// <summary>The thing is there, but another unit's: the caller hears that there is none, and auditors why.</summary>
    public static Refused Foreign => new(Problem.NotFound) { Rule = "unit" };

    /// <summary>The rule behind a refusal that tells the caller less; for the log of calls alone.</summary>
    public string? Rule { get; init; }

    /// <summary>What the caller may do instead, e.g. the allowed next states; null when there is nothing to say.</summary>
    public IReadOnlyList<string>? Allowed { get; init; }

    /// <summary>When the same would be allowed, counted from now; null where that is not known.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
