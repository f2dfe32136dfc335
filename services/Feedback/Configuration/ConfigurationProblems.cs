using Ecosystem.EventSourcing;

namespace Ecosystem.Feedback.Configuration;

public static class ConfigurationProblems
{
    public static readonly Problem InThePast = new("validity-in-the-past", 422, "A rule cannot come into force in the past.", "Quy định không thể có hiệu lực từ một thời điểm đã qua.");
}
