using Ecosystem.Feedback.Deadlines;
using Ecosystem.Feedback.Reports;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback.Desk;

/// <summary>How the pages call things, in the reader's language.</summary>
public static class Words
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh");

    public static string Of(ReportStatus status) => status switch
    {
        ReportStatus.Submitted => Language.Say("Received", "Đã nhận"),
        ReportStatus.Assigned => Language.Say("With the unit", "Đã chuyển đơn vị"),
        ReportStatus.Accepted => Language.Say("Accepted", "Đã tiếp nhận"),
        ReportStatus.InProgress => Language.Say("In progress", "Đang xử lý"),
        ReportStatus.Waiting => Language.Say("Waiting", "Đang chờ"),
        ReportStatus.Answered => Language.Say("Answered", "Đã trả lời"),
        ReportStatus.Rated => Language.Say("Rated", "Đã đánh giá"),
        ReportStatus.Closed => Language.Say("Closed", "Đã đóng"),
        ReportStatus.Rejected => Language.Say("Refused", "Từ chối"),
        ReportStatus.Duplicate => Language.Say("Merged", "Đã gộp"),
        ReportStatus.Forwarded => Language.Say("Passed on", "Chuyển cơ quan ngoài"),
        _ => status.ToString(),
    };

    public static string Unit(string code) => code is "" ? Language.Say("no unit yet", "chưa có đơn vị") : code;

    public static string Of(Severity severity) => severity switch
    {
        Severity.Urgent => Language.Say("Urgent", "Khẩn cấp"),
        Severity.Complex => Language.Say("Complex", "Phức tạp"),
        _ => Language.Say("Normal", "Thông thường"),
    };

    public static string Of(EntryKind kind) => kind switch
    {
        EntryKind.Waiting => Language.Say("Waiting", "Tạm dừng chờ"),
        EntryKind.Information => Language.Say("The reporter added", "Người dân bổ sung"),
        EntryKind.Interim => Language.Say("Interim answer", "Trả lời tạm thời"),
        EntryKind.Answer => Language.Say("Answer", "Trả lời"),
        EntryKind.Rejection => Language.Say("Refusal", "Từ chối"),
        EntryKind.Return => Language.Say("Returned", "Trả lại"),
        EntryKind.Transfer => Language.Say("Handed on", "Chuyển đơn vị"),
        _ => Language.Say("Reopened", "Mở lại"),
    };

    public static string Of(RejectionReason reason) => reason switch
    {
        RejectionReason.ComplaintOrDenunciation => Language.Say("A complaint or denunciation", "Thuộc khiếu nại, tố cáo"),
        RejectionReason.StateSecret => Language.Say("State secrets", "Bí mật nhà nước"),
        RejectionReason.NotAReport => Language.Say("No report", "Không phải phản ánh"),
        RejectionReason.NotEnoughToAct => Language.Say("Not enough to act on", "Không đủ thông tin để xử lý"),
        RejectionReason.Offensive => Language.Say("Offensive", "Nội dung xúc phạm"),
        RejectionReason.OutsideTheProvince => Language.Say("Outside the province", "Ngoài địa bàn"),
        _ => Language.Say("Answered already", "Đã trả lời trước đó"),
    };

    public static string Of(WaitingFor what) => what switch
    {
        WaitingFor.Citizen => Language.Say("the reporter", "người dân bổ sung"),
        WaitingFor.ThirdParty => Language.Say("a third party", "bên thứ ba"),
        _ => Language.Say("planned work", "theo kế hoạch"),
    };

    public static string Of(ClockName name) => name switch
    {
        ClockName.FirstResponse => Language.Say("First response", "Phản hồi đầu"),
        ClockName.Update => Language.Say("Next update", "Cập nhật"),
        _ => Language.Say("Answer", "Trả lời"),
    };

    public static string Of(ClockState state) => state switch
    {
        ClockState.Within => Language.Say("due", "hạn"),
        ClockState.Approaching => Language.Say("due soon", "sắp đến hạn"),
        ClockState.Breached => Language.Say("overdue since", "quá hạn từ"),
        ClockState.Paused => Language.Say("paused, due", "tạm dừng, hạn"),
        ClockState.Met => Language.Say("met, due", "đúng hạn"),
        _ => Language.Say("met too late, due", "trễ hạn"),
    };

    /// <summary>What happened, from an event's stored name.</summary>
    public static string OfEvent(string type) => type switch
    {
        "report_submitted" => Language.Say("Received", "Tiếp nhận phản ánh"),
        "report_assigned" => Language.Say("Given to the unit", "Giao đơn vị"),
        "report_accepted" => Language.Say("Accepted", "Đơn vị nhận xử lý"),
        "report_started" => Language.Say("Work begun", "Bắt đầu xử lý"),
        "report_waiting" => Language.Say("Waiting", "Tạm dừng chờ"),
        "report_resumed" => Language.Say("Work goes on", "Tiếp tục xử lý"),
        "interim_answer_given" => Language.Say("Interim answer", "Trả lời tạm thời"),
        "report_answered" => Language.Say("Answered", "Trả lời"),
        "report_rated" => Language.Say("Rated", "Người dân đánh giá"),
        "report_transferred" => Language.Say("Handed on", "Chuyển đơn vị"),
        "report_returned" => Language.Say("Returned", "Trả lại"),
        "report_rejected" => Language.Say("Refused", "Từ chối"),
        "report_reopened" => Language.Say("Reopened", "Mở lại"),
        "report_merged" => Language.Say("Merged", "Gộp vào phản ánh khác"),
        "report_unmerged" => Language.Say("Separated", "Tách khỏi phản ánh đã gộp"),
        "report_split" => Language.Say("Split", "Chia việc cho nhiều đơn vị"),
        "report_closed" => Language.Say("Closed", "Đóng"),
        _ => type.Replace('_', ' '),
    };

    /// <summary>As people in Viet Nam write a time: 14:05 22/11/2026.</summary>
    public static string Time(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, Zone).ToString("HH:mm dd'/'MM'/'yyyy", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>For the attribute that machines read.</summary>
    public static string Exact(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
