using System.Collections.Concurrent;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Organisations;
using Ecosystem.Feedback.Reports;

namespace Ecosystem.Feedback.Deadlines;

/// <summary>Walks over all reports whose clocks want something, a page at a time: one that cannot be settled keeps no other from its turn.</summary>
public sealed class SweepRound(
    ReadModel<ReportRow> reports, ReadModel<OrganisationRow> organisations, EventStream<Report, ReportEvent> streams, Rulebook rulebook, TimeProvider clock, ILogger<SweepRound> log)
{
    private const int Batch = 500;
    private const int AtOnce = 48;

    private const string Due =
        """
        where data->'clocks'->>'sweep' is not null and (data->'clocks'->>'sweep')::bigint <= $1 and ((data->'clocks'->>'sweep')::bigint, id) > ($2, $3)
        order by (data->'clocks'->>'sweep')::bigint, id limit $4
        """;

    private readonly ConcurrentDictionary<string, Lazy<Task<TimeRules>>> rules = new();
    private int settled;

    /// <returns>How many reports got events.</returns>
    public async Task<int> Run(CancellationToken ct)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var (after, id) = (long.MinValue, Guid.Empty);
        for (var page = await Page(now, after, id, ct); page.Count > 0; page = await Page(now, after, id, ct))
        {
            await streams.Recall(page.Select(row => row.Id), ct);
            await Settle(page, ct);
            (after, id) = (page[^1].Data.Clocks!.Sweep!.Value, page[^1].Id);
        }

        return settled;
    }

    /// <summary>Settles reports that may want something; whoever else does so at the same time, each event comes once.</summary>
    public Task Settle(IEnumerable<Row<ReportRow>> page, CancellationToken ct) =>
        Parallel.ForEachAsync(page, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct }, async (row, token) => await Settle(row, token));

    public Task<TimeRules> Rules(string province, CancellationToken ct) =>
        rules.GetOrAdd(province, code => new(() => rulebook.Of(code, clock.GetUtcNow(), ct))).Value;

    private Task<IReadOnlyList<Row<ReportRow>>> Page(long now, long after, Guid id, CancellationToken ct) => reports.Query(Due, [now, after, id, Batch], ct);

    private async Task Settle(Row<ReportRow> row, CancellationToken ct)
    {
        try
        {
            var counts = await Rules(await Province(row.Data, ct), ct);
            var done = await streams.Append(row.Id, report => SettleDeadlines.Decide(report, counts, clock.GetUtcNow()), ct);
            if (done.Events.Count > 0) Interlocked.Increment(ref settled);
            Measures.Told(done.Events);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            log.LogError(failure, "The clocks of {Report} are looked at again", row.Id);
        }
    }

    private async Task<string> Province(ReportRow report, CancellationToken ct) =>
        report.Clocks is { Calendar: { Length: > 0 } calendar } ? calendar
        : report.Unit is not "" ? report.Unit[..2]
        : (await organisations.First("data->>'commune' = $1", [report.Commune], ct))?.Data.Province
            ?? throw new InvalidOperationException($"No province is known for commune {report.Commune}.");
}
