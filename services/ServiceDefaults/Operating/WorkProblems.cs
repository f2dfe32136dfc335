using Ecosystem.EventSourcing;

namespace Ecosystem.ServiceDefaults;

/// <summary>Why long work is refused, or was not done.</summary>
public static class WorkProblems
{
    public static readonly Problem Over = new("work-is-over", 409, "This work is over; nothing is left to cancel.", "Công việc này đã kết thúc, không còn gì để hủy.");
    public static readonly Problem GivenUp = new("work-given-up", 500, "The work was begun several times and its process ended each time. Report its id.", "Công việc đã được bắt đầu nhiều lần nhưng tiến trình đều dừng. Vui lòng thông báo mã công việc.");
}
