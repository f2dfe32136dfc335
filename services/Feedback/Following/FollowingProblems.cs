using Ecosystem.EventSourcing;

namespace Ecosystem.Feedback.Following;

public static class FollowingProblems
{
    public static readonly Problem OwnReport = new("own-report-is-followed", 409, "You hear of your own report anyway.", "Bạn luôn được thông báo về phản ánh của chính mình.");
}
