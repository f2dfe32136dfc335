using Ecosystem.EventSourcing;

namespace Ecosystem.Feedback.Shortlists;

public static class ShortlistProblems
{
    public static readonly Problem Full = new("shortlist-full", 409, "The shortlist has 200 reports already.", "Danh sách theo dõi đã có đủ 200 phản ánh.");
}
