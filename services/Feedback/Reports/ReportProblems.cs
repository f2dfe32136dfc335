using Ecosystem.EventSourcing;

namespace Ecosystem.Feedback.Reports;

/// <summary>Why a step of a report is refused, beside its state.</summary>
public static class ReportProblems
{
    public static readonly Problem WaitingTooLong = new("waiting-too-long", 422, "A report may wait until a time within the next 30 days.", "Thời hạn chờ phải nằm trong vòng 30 ngày tới.");
    public static readonly Problem PromiseOutOfRange = new("promise-out-of-range", 422, "The promised time must lie within the next 60 days.", "Thời hạn hẹn trả lời phải nằm trong vòng 60 ngày tới.");
    public static readonly Problem PartsOpen = new("parts-open", 409, "Other units still work on parts of this report.", "Các đơn vị khác chưa xử lý xong phần việc của phản ánh này.");
    public static readonly Problem ProofMissing = new("proof-missing", 422, "The category asks for proof that is not there yet; allowed names it.", "Lĩnh vực này yêu cầu minh chứng còn thiếu; trường allowed nêu phần thiếu.");
    public static readonly Problem ReturnedBefore = new("returned-before", 409, "This unit may not return the report (again); it can transfer it.", "Đơn vị không thể trả lại phản ánh này (lần nữa); có thể chuyển cho đơn vị khác.");
    public static readonly Problem UnknownUnit = new("unknown-unit", 422, "No such unit can take reports in this province.", "Không có đơn vị này trong tỉnh để tiếp nhận phản ánh.");
    public static readonly Problem SameUnit = new("same-unit", 409, "The report is with this unit already.", "Phản ánh đang do chính đơn vị này xử lý.");
    public static readonly Problem ReopenedBefore = new("reopened-before", 409, "The report was reopened before; an appeal is possible after a poor rating.", "Phản ánh đã được mở lại một lần; có thể khiếu nại lên cấp trên sau khi đánh giá không hài lòng.");
    public static readonly Problem WindowClosed = new("reopen-window-closed", 409, "The time in which the report could be reopened is over.", "Đã hết thời hạn mở lại phản ánh.");
    public static readonly Problem AppealedBefore = new("appealed-before", 409, "There was an appeal before; it is decided once.", "Đã có yêu cầu xem xét lại; chỉ được yêu cầu một lần.");
    public static readonly Problem NotPoor = new("rating-not-poor", 409, "An appeal needs a rating of 1 or 2.", "Chỉ có thể yêu cầu xem xét lại khi đánh giá 1 hoặc 2.");
    public static readonly Problem NoOriginal = new("no-such-original", 422, "It can be merged only into an open report of the same province that is no duplicate itself.", "Chỉ có thể gộp vào phản ánh đang mở trong cùng tỉnh và không phải là phản ánh trùng.");
    public static readonly Problem HasDuplicates = new("has-duplicates", 409, "Others are merged into this report; separate them first.", "Phản ánh này đang có phản ánh trùng; hãy tách chúng trước.");
    public static readonly Problem SplitBefore = new("split-before", 409, "The report is split, or a part itself.", "Phản ánh đã được tách, hoặc bản thân là một phần.");
}
