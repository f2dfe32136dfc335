using Ecosystem.EventSourcing;

namespace Ecosystem.Feedback.Calendars;

/// <summary>Why a calendar is not changed.</summary>
public static class CalendarProblems
{
    public static readonly Problem DayTwice = new("calendar-day-twice", 422, "A day is given twice.", "Một ngày được khai báo hai lần.");
    public static readonly Problem HoursOutOfOrder = new("office-hours-out-of-order", 422, "Office hours must follow one another: morning, then afternoon.", "Giờ làm việc phải theo thứ tự: sáng rồi đến chiều.");
    public static readonly Problem NothingToChange = new("calendar-without-change", 422, "A change of the calendar needs days or office hours.", "Cần nêu ngày hoặc giờ làm việc cần thay đổi.");
}
