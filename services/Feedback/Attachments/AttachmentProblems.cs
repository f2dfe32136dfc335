using Ecosystem.EventSourcing;

namespace Ecosystem.Feedback.Attachments;

/// <summary>Why a photo, video or document is not taken, or not shown.</summary>
public static class AttachmentProblems
{
    public static readonly Problem OneFile = new("one-file-a-request", 400, "The form must have exactly one file, in the field file.", "Biểu mẫu phải có đúng một tệp, trong trường file.");
    public static readonly Problem Empty = new("attachment-empty", 400, "The file is empty.", "Tệp rỗng.");
    public static readonly Problem TooLarge = new("attachment-too-large", 413, "The file is larger than 10 MiB.", "Tệp lớn hơn 10 MiB.");
    public static readonly Problem WrongType = new("attachment-type-not-allowed", 415, "By its content it is no JPEG, PNG, WebP or HEIC photo, no MP4 video and no PDF.", "Nội dung tệp không phải ảnh JPEG, PNG, WebP, HEIC, video MP4 hay PDF.");
    public static readonly Problem Unreadable = new("attachment-unreadable", 422, "The file is damaged, or is not what its first bytes say.", "Tệp bị hỏng hoặc không đúng định dạng.");
    public static readonly Problem TooManyPixels = new("attachment-too-many-pixels", 422, "A photo may have at most 50 million pixels and 16,384 on a side.", "Ảnh có tối đa 50 triệu điểm ảnh và mỗi cạnh tối đa 16.384.");
    public static readonly Problem ForeignContent = new("attachment-foreign-content", 422, "Something else is hidden in the file: an archive, a script or another file.", "Tệp chứa nội dung lạ: tệp nén, mã lệnh hoặc tệp khác.");
    public static readonly Problem TooMany = new("too-many-attachments", 409, "Five files are attached already.", "Đã đính kèm đủ năm tệp.");
    public static readonly Problem Closed = new("report-closed", 409, "The report is closed; nothing can be attached any more.", "Phản ánh đã đóng, không thể đính kèm thêm.");
    public static readonly Problem PhotosOnly = new("evidence-is-a-photo", 415, "Evidence of the work is a photo.", "Minh chứng xử lý phải là ảnh.");
    public static readonly Problem NoTool = new("photos-not-processed", 503, "Photos cannot be processed right now. Try again.", "Tạm thời chưa xử lý được ảnh. Vui lòng thử lại.");
    public static readonly Problem LinkExpired = new("attachment-link-expired", 410, "This link has expired. Read the list of attachments again.", "Liên kết đã hết hạn. Vui lòng tải lại danh sách tệp.");
    public static readonly Problem Erased = new("attachment-erased", 410, "The person's data were erased, and this with them.", "Dữ liệu cá nhân đã được xóa, cùng với tệp này.");
    public static readonly Problem FileMissing = new("attachment-file-missing", 503, "The stored file cannot be read right now. Try again.", "Tạm thời chưa đọc được tệp. Vui lòng thử lại.");
    public static readonly Problem StoreAway = new("attachment-store-unavailable", 503, "Stored files cannot be reached right now. Try again.", "Tạm thời không truy cập được kho tệp. Vui lòng thử lại.");
    public static readonly Problem UploadEnded = new("upload-ended", 409, "The upload has been completed, or has waited longer than a day.", "Lượt tải lên đã hoàn tất hoặc đã quá một ngày.");
    public static readonly Problem TooManyUploads = new("too-many-uploads", 409, "Five uploads to this report are open already.", "Đã có năm lượt tải lên đang mở cho phản ánh này.");
    public static readonly Problem WrongPartSize = new("upload-part-size", 400, "The part has not the length that size and number of parts give.", "Phần tải lên không đúng độ dài.");
    public static readonly Problem PartsMissing = new("upload-incomplete", 409, "Parts are missing; allowed names them.", "Còn thiếu phần; trường allowed nêu các phần thiếu.");
}
