using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Categories;
using Ecosystem.Feedback.Configuration;
using Ecosystem.Feedback.Reports;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Following;

/// <summary>A citizen wants to hear what becomes of somebody else's report, instead of reporting the same.</summary>
public static class FollowReport
{
    public static FollowingEvent[] Decide(Guid id, ReportRow report, bool isSensitive, Follow follow, Citizen by, DateTimeOffset now) => follow switch
    {
        _ when report.Reporter == by.Id => throw new Refused(FollowingProblems.OwnReport),
        { IsActive: true } => [],
        _ when isSensitive => throw new Refused(Problem.NotFound),
        _ => [new ReportFollowed(id, by.Id, now)],
    };

    public static async Task<Ok<Written>> Handle(
        Guid id, Citizen by, EventStream<Follow, FollowingEvent> follows, ReadModel<ReportRow> reports, InForce<CategoryPlan, CategoryEvent, Catalogue> categories, TimeProvider clock, CancellationToken ct)
    {
        var report = (await reports.Find(id, ct))?.Data ?? throw new Refused(Problem.NotFound);
        var isSensitive = categories.Value.IsSensitive(report.Category);
        return TypedResults.Ok((await follows.Append(Follow.IdOf(id, by.Id), follow => Decide(id, report, isSensitive, follow, by, clock.GetUtcNow()), ct)).Written);
    }
}
