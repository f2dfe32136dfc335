using System.Runtime.CompilerServices;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.DataRequests;
using Ecosystem.Feedback.Reports;

namespace Ecosystem.Feedback.Routing;

/// <summary>Reports of the last days as rules saw them when they came in.</summary>
public sealed class PastMatters(ReadModel<ReportRow> reports, ReadModel<DataSubject> subjects, PersonalData personal)
{
    private const int Most = 20_000, Batch = 500;

    /// <summary>Newest first. Parts of a split report are left out: a person chose their units.</summary>
    /// <param name="open">Whether statements are opened, as only they tell text, exact position and answers.</param>
    public async IAsyncEnumerable<(Row<ReportRow> Row, Matter Matter, bool IsReadable)> Since(DateTimeOffset time, bool open, [EnumeratorCancellation] CancellationToken ct)
    {
        var (before, seen) = (long.MaxValue, 0);
        while (seen < Most && await reports.Query("where created_position < $1 order by created_position desc limit $2", [before, Batch], ct) is { Count: > 0 } rows)
        {
            foreach (var row in rows.Where(row => row.Data.SubmittedAt >= time && row.Data.Parent is null).Take(Most - seen))
            {
                seen++;
                var statement = open && !await DataSubject.MayNotBeRead(subjects, row.Data.Reporter, ct) ? Statement.Read(await personal.Open(row.Data.Reporter, row.Data.Statement, ct)) : null;
                yield return (row, MatterOf(row.Data, statement), !open || statement is not null);
            }

            if (rows[^1].Data.SubmittedAt < time) yield break;
            before = rows[^1].CreatedPosition;
        }
    }

    private static Matter MatterOf(ReportRow report, Statement? statement) => statement is null
        ? new(report.Category, report.Commune, report.Severity, report.Source, report.Spot, "", Answers: null, report.SubmittedAt)
        : Matter.Of(report.Category, report.Commune, report.Severity, report.Source, statement, report.SubmittedAt);
}
