using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Calendars;
using Ecosystem.Feedback.Reports;
using Npgsql;

namespace Ecosystem.Feedback.Deadlines;

/// <summary>
/// A calendar that changed moves the deadlines of open reports, in the order of their submission. How far it is stands in the
/// database, so another instance goes on where one died; reports that came in by the old calendar meanwhile lie behind it.
/// </summary>
public sealed class CalendarMoves(NpgsqlDataSource database, ReadModel<Calendar> calendars, ReadModel<ReportRow> reports, SweepRound round, TimeProvider clock)
{
    private const int Batch = 1_000;
    private const string Behind = "where data->'clocks'->>'next' is not null and created_position > $1 order by created_position limit $2";

    public async Task Run(CancellationToken ct)
    {
        var today = LocalTime.DayOf(clock.GetUtcNow());
        foreach (var row in await calendars.Query("limit 1000", [], ct))
            if (row.Data.InForce(today) is { Count: > 0 } inForce) await Move(inForce[0].Code, inForce.Count, ct);
    }

    private async Task Move(string code, int version, CancellationToken ct)
    {
        var position = await Position(code, version, ct);
        for (var page = await reports.Query(Behind, [position, Batch], ct); page.Count > 0; page = await reports.Query(Behind, [position, Batch], ct))
        {
            var rules = await round.Rules(code, ct);
            var now = clock.GetUtcNow();
            await round.Settle(page.Where(row => row.Data.Clocks is { Limits: { } limits } clocks && clocks.Calendar == code && rules.DueOf(clocks, limits, now) != clocks.Due), ct);
            position = page[^1].CreatedPosition;
            await Advance(ct, code, version, position);
        }
    }

    private async Task<long> Position(string code, int version, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            """
            insert into calendar_moves as m (calendar, version, position) values ($1, $2, 0)
            on conflict (calendar) do update set version = $2, position = case when m.version = $2 then m.position else 0 end
            returning position
            """);
        foreach (var value in new object[] { code, version }) command.Parameters.Add(new() { Value = value });
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    private async Task Advance(CancellationToken ct, params object[] values)
    {
        await using var command = database.CreateCommand("update calendar_moves set position = $3 where calendar = $1 and version = $2");
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(ct);
    }
}
