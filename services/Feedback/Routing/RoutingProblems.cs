using Ecosystem.EventSourcing;

namespace Ecosystem.Feedback.Routing;

public static class RoutingProblems
{
    public static readonly Problem UnknownDraft = new("unknown-routing-draft", 422, "There is no draft of that name.", "Không có bản dự thảo với tên này.");
}
