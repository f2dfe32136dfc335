using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback.Guidance;

/// <summary>How far a procedure can be done online: from end to end, in part, not at all.</summary>
public enum OnlineLevel { Full, Partial, None }

public enum DayKind { Working, Calendar }

/// <summary>The parts of an administrative procedure. What is not known for sure is null, never a guess.</summary>
/// <param name="NationalCode">Code in the national database of procedures, e.g. 1.001193; null where it is not noted.</param>
/// <param name="Field">Field of administration, e.g. Hộ tịch, at most 100 characters.</param>
/// <param name="Online">How far it can be done online: full, partial or none.</param>
/// <param name="Fee">In dong; 0: free; null: not noted here, e.g. because the People's Council sets it.</param>
/// <param name="FeeNote">What else there is to say about the fee, at most 300 characters.</param>
/// <param name="Days">Time limit in days; null: not noted here.</param>
/// <param name="DaysAre">Whether the days are working days or calendar days.</param>
/// <param name="Steps">What to do, in order: at most 20 lines of at most 500 characters.</param>
/// <param name="Documents">What to bring: at most 30 lines of at most 500 characters.</param>
/// <param name="ReceivingUnit">Where to hand it in, at most 300 characters.</param>
public sealed record ProcedureFacts(
    [property: Text(1, 30)] string? NationalCode,
    [property: Text(1, 100)] string Field,
    OnlineLevel Online,
    [property: Range(0, 1_000_000_000)] long? Fee,
    [property: Text(1, 300)] string? FeeNote,
    [property: Range(0, 3650)] int? Days,
    DayKind DaysAre,
    [property: TextList(20, 500)] ImmutableArray<string> Steps,
    [property: TextList(30, 500)] ImmutableArray<string> Documents,
    [property: Text(1, 300)] string ReceivingUnit)
{
    private static readonly NumberFormatInfo Dong = new() { NumberGroupSeparator = ".", NumberDecimalDigits = 0 };

    /// <summary>As sentences, one a line: what an answer can quote.</summary>
    public IEnumerable<string> Lines() =>
    [
        $"Nơi tiếp nhận: {ReceivingUnit}.",
        FeeLine,
        DaysLine,
        OnlineLine,
        .. Documents.IsDefaultOrEmpty ? (string[])[] : [$"Hồ sơ, giấy tờ cần có: {string.Join("; ", Documents)}."],
        .. Steps.IsDefaultOrEmpty ? (string[])[] : [$"Các bước thực hiện: {string.Join("; ", Steps)}."],
    ];

    private string FeeLine => (Fee, FeeNote) switch
    {
        (null, null) => "Lệ phí: hỏi tại nơi tiếp nhận, vì mức thu do địa phương hoặc từng trường hợp quy định.",
        (null, var note) => $"Lệ phí: {note}.",
        (0, null) => "Lệ phí: miễn phí.",
        (0, var note) => $"Lệ phí: miễn phí; {note}.",
        (var fee, null) => $"Lệ phí: {fee.Value.ToString("N", Dong)} đồng.",
        var (fee, note) => $"Lệ phí: {fee.Value.ToString("N", Dong)} đồng; {note}.",
    };

    private string DaysLine => Days switch
    {
        null => "Thời hạn giải quyết: ghi trên giấy hẹn trả kết quả.",
        0 => "Thời hạn giải quyết: trong ngày.",
        var days => $"Thời hạn giải quyết: {days} {(DaysAre is DayKind.Working ? "ngày làm việc" : "ngày")}.",
    };

    private string OnlineLine => Online switch
    {
        OnlineLevel.Full => "Nộp trực tuyến: được, toàn trình trên Cổng Dịch vụ công quốc gia.",
        OnlineLevel.Partial => "Nộp trực tuyến: được một phần trên Cổng Dịch vụ công quốc gia, có bước phải đến trực tiếp.",
        _ => "Nộp trực tuyến: chưa, phải đến trực tiếp.",
    };
}
