using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Reports;

/// <summary>What happened to a report, step by step, for those who may read it.</summary>
public static class ReadHistory
{
    /// <summary>Citizens and officials stay anonymous to one another: each sees the own identifier, officials also those of officials.</summary>
    public static HistoryEntry Shown(HistoryEntry entry, ReportRow report, Caller by) =>
        entry.By == by.Id || (by is Official && entry.By != report.Reporter) ? entry : entry with { By = null };

    public static async Task<Ok<Page<HistoryEntry>>> Handle(Guid id, Caller by, ReadModel<ReportRow> reports, StreamLog log, CancellationToken ct)
    {
        var row = await reports.Find(id, ct);
        if (row is null || !row.Data.IsOpenTo(by)) throw new Refused(Problem.NotFound);
        return TypedResults.Ok(new Page<HistoryEntry>([.. (await log.History(id, ct)).Select(entry => Shown(entry, row.Data, by))], Next: null));
    }
}
