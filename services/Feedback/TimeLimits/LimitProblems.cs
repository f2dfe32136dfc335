using Ecosystem.EventSourcing;

namespace Ecosystem.Feedback.TimeLimits;

/// <summary>Why time limits are not set.</summary>
public static class LimitProblems
{
    public static readonly Problem Incomplete = new("time-limits-incomplete", 422,
        "A rule without category, source and severity must give every limit except the update, so that each report has them.",
        "Cần một quy tắc chung (không nêu lĩnh vực, nguồn, mức độ) có đủ các thời hạn, trừ thời hạn cập nhật, để mọi phản ánh đều có thời hạn.");
    public static readonly Problem RuleTwice = new("time-limit-rule-twice", 422, "Two rules are for the same reports.", "Hai quy tắc áp dụng cho cùng một loại phản ánh.");
}
