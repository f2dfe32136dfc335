using Ecosystem.EventSourcing;

namespace Ecosystem.Feedback.Reports;

/// <summary>What time alone decides: uncontested answers close their reports, and nothing waits longer than it was to.</summary>
public sealed class PassingTime(EventStream<Report, ReportEvent> reports, ReadModel<ReportRow> rows, ReopenWindow window, TimeProvider clock)
{
    public static readonly TimeSpan Pace = TimeSpan.FromSeconds(20);

    private const int Batch = 200;

    public async Task Run(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await All("where data->>'status' = 'Answered' and data->>'since' <= $1 order by data->>'since' limit 200", now - window.Length, report => CloseReport.Decide(window, report, clock.GetUtcNow()), ct);
        await All("where data->>'status' = 'Waiting' and data->>'waitingUntil' <= $1 order by data->>'waitingUntil' limit 200", now, report => ResumeReport.Decide(report, clock.GetUtcNow()), ct);
    }

    private async Task All(string due, DateTimeOffset until, Func<Report, ReportEvent[]> decide, CancellationToken ct)
    {
        IReadOnlyList<Row<ReportRow>> batch;
        do
        {
            batch = await rows.Query(due, [$"{until.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffffff}"], ct);
            foreach (var row in batch) await reports.Append(row.Id, decide, ct);
        }
        while (batch.Count == Batch);
    }
}
