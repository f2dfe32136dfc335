using System.Globalization;
using System.Text;
using System.Text.Json;
using Npgsql;

namespace Ecosystem.EventSourcing;

/// <summary>A row of a view or projection.</summary>
/// <param name="Position">Of the last event in it.</param>
public sealed record Row<TRow>(Guid Id, long Version, long Position, TRow Data) : IPositioned
{
    /// <summary>Position of the first event in it: what lists are ordered by.</summary>
    public long CreatedPosition { get; init; }
}

/// <summary>
/// Reads the rows of one view or projection. Conditions are constant SQL over the columns id, version, created_position,
/// position and data (jsonb, camelCase), with parameters $1, $2, ... for everything that a caller says.
/// </summary>
public sealed class ReadModel<TRow>(NpgsqlDataSource database, string table)
{
    private const string Columns = "id, version, position, data, created_position";

    public Task<Row<TRow>?> Find(Guid id, CancellationToken ct) => First("id = $1", [id], ct);

    public async Task<Row<TRow>?> First(string where, object[] values, CancellationToken ct) =>
        await Query($"where {where} limit 1", values, ct) is [var row, ..] ? row : null;

    /// <summary>All rows of a query's tail (where, order by, limit); for lists whose length the query itself bounds.</summary>
    public async Task<IReadOnlyList<Row<TRow>>> Query(string tail, object[] values, CancellationToken ct)
    {
        await using var command = database.CreateCommand($"select {Columns} from {table} {tail}");
        command.With(values);
        return await ReadAll(command, ct);
    }

    /// <summary>A page in the order in which the rows came into being, newest first unless <paramref name="oldestFirst"/>.</summary>
    /// <exception cref="Refused">The cursor is not one that this list gave.</exception>
    public Task<Page<Row<TRow>>> List(string where, object[] values, PageRequest page, CancellationToken ct, bool oldestFirst = false)
    {
        var order = oldestFirst ? "asc" : "desc";
        return Paged(
            $"select {Columns} from {table} where ({where}) and {After(page, values.Length, oldestFirst)} order by created_position {order}, id {order} limit {page.Limit + 1}", values, page, ct);
    }

    /// <summary>
    /// As <see cref="List"/>, newest first, of the rows that have one of many keys, such as the reports of these units: of each key only so
    /// many rows are read as the page has. Needs an index over the key, what <paramref name="where"/> compares, created_position and id.
    /// </summary>
    /// <param name="key">SQL of the key; its values are $1, those of the condition follow.</param>
    /// <exception cref="Refused">The cursor is not one that this list gave.</exception>
    public Task<Page<Row<TRow>>> ListOfAny(string key, string[] keys, string where, object[] values, PageRequest page, CancellationToken ct) => Paged(
        $"""
        select {Columns} from {table} where id = any (array(
          select found.id from unnest($1::text[]) one cross join lateral (
            select id, created_position from {table} where {key} = one and ({where}) and {After(page, values.Length + 1, oldestFirst: false)}
            order by created_position desc, id desc limit {page.Limit + 1}) found
          order by found.created_position desc, found.id desc limit {page.Limit + 1}))
        order by created_position desc, id desc
        """,
        [keys.Distinct().ToArray(), .. values], page, ct);

    private async Task<Page<Row<TRow>>> Paged(string sql, object[] values, PageRequest page, CancellationToken ct)
    {
        await using var command = database.CreateCommand(sql);
        command.With(values);
        if (page.After is not null && Cursor(page.After) is var (created, id)) command.With(created, id);
        var rows = await ReadAll(command, ct);
        var last = rows.Count > page.Limit ? rows[page.Limit - 1] : null;
        return new([.. rows.Take(page.Limit)], last is null ? null : Cursor(last.CreatedPosition, last.Id));
    }

    /// <summary>Where a page begins, as SQL of the parameters behind the first <paramref name="count"/>: an index begins to read there.</summary>
    private static string After(PageRequest page, int count, bool oldestFirst) =>
        page.After is null ? "true" : $"(created_position, id) {(oldestFirst ? ">" : "<")} (${count + 1}, ${count + 2})";

    private static async Task<List<Row<TRow>>> ReadAll(NpgsqlCommand command, CancellationToken ct)
    {
        await using var reader = await command.Read(ct);
        List<Row<TRow>> rows = [];
        while (await reader.ReadAsync(ct))
        {
            var data = JsonSerializer.Deserialize<TRow>(reader.GetFieldValue<byte[]>(3), EventTypes.Json)!;
            rows.Add(new(reader.GetGuid(0), reader.GetInt64(1), reader.GetInt64(2), data) { CreatedPosition = reader.GetInt64(4) });
        }

        return rows;
    }

    private static string Cursor(long created, Guid id) =>
        Convert.ToBase64String(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{created}:{id:N}")));

    private static (long Created, Guid Id) Cursor(string text)
    {
        var bytes = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, bytes, out var length)) throw new Refused(Problem.BadCursor);
        var parts = Encoding.ASCII.GetString(bytes, 0, length).Split(':');
        return parts.Length == 2 && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var created) && Guid.TryParseExact(parts[1], "N", out var id)
            ? (created, id)
            : throw new Refused(Problem.BadCursor);
    }
}
