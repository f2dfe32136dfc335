using Ecosystem.EventSourcing;

namespace Ecosystem.Feedback.Forecasts;

/// <summary>Why there is no forecast.</summary>
public static class ForecastProblems
{
    public static readonly Problem HistoryTooShort = new("history-too-short", 422, "There are fewer than 56 days of reports of this kind here: too few to foresee anything.", "Chưa đủ 56 ngày có dữ liệu phản ánh loại này tại đây nên chưa thể dự báo.");
}
