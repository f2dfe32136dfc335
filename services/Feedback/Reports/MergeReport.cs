using System.ComponentModel;
using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Reports;

/// <summary>Two people report one thing: this report goes on under the other's number, also where another unit has that one; both reporters get the answer.</summary>
public static class MergeReport
{
    public sealed record Command([property: Description("Identifier of the open report that goes on; no duplicate itself.")] Guid Original);

    public static ReportEvent[] Decide(Command command, Guid id, Report original, Report report, Official by, DateTimeOffset now)
    {
        report.RequireUnitOf(by);
        if (report.Original == command.Original) return [];
        if (!report.Allows("merge")) throw report.OutOfTurn();
        if (!report.Duplicates.IsEmpty) throw new Refused(ReportProblems.HasDuplicates);
        return command.Original != id && original.IsOpen && original.Province == report.Province
            ? [new ReportMerged(report.Reporter, command.Original, report.Unit, now)]
            : throw new Refused(ReportProblems.NoOriginal);
    }

    public static async Task<Ok<Written>> Handle(Guid id, Command command, Official by, EventStream<Report, ReportEvent> reports, TimeProvider clock, CancellationToken ct)
    {
        var original = (await reports.Load(command.Original, ct)).State;
        return TypedResults.Ok((await reports.Append(id, report => Decide(command, id, original, report, by, clock.GetUtcNow()), ct)).Written);
    }
}
