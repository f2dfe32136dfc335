using System.Text;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Reports;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Moderation;

/// <summary>A citizen says that a report's public words should not be there; the third one hides them until somebody has looked, and no more than once.</summary>
public static class FlagReport
{
    public const int Enough = 3;

    public static ReportEvent[] Decide(string flag, Report report, Citizen by, DateTimeOffset now)
    {
        if (report.Status is ReportStatus.Absent) throw new Refused(Problem.NotFound);
        if (report.Reporter == by.Id) throw new Refused(ModerationProblems.OwnReport);
        if (report.FlaggedBy.Contains(flag)) return [];
        var isEnough = report.FlaggedBy.Count + 1 >= Enough && report.Public.State is PublicState.Open;
        return [new ReportFlagged(flag, now), .. isEnough ? [new ReportHeld([HoldReason.Flagged], now)] : Array.Empty<ReportEvent>()];
    }

    public static async Task<NoContent> Handle(string code, Citizen by, ReadModel<ReportRow> rows, EventStream<Report, ReportEvent> reports, KeyedHash hash, TimeProvider clock, CancellationToken ct)
    {
        var known = TrackingCode.Read(code) ?? throw new Refused(FeedbackProblems.WrongTrackingCode);
        var row = await rows.First("data->>'code' = $1", [known], ct) ?? throw new Refused(Problem.NotFound);
        var flag = Convert.ToHexStringLower(hash.Of("flags", Encoding.UTF8.GetBytes(by.Id)).AsSpan(0, 16));
        await reports.Append(row.Id, report => Decide(flag, report, by, clock.GetUtcNow()), ct);
        return TypedResults.NoContent();
    }
}
