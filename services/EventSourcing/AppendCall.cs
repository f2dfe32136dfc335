using Npgsql;
using NpgsqlTypes;

namespace Ecosystem.EventSourcing;

/// <summary>One round trip of <c>append_events</c> for many appends, given as parallel arrays: one of streams, one of events.</summary>
internal static class AppendCall
{
    private const string Sql = "select append, last_position from append_events($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)";

    public static async Task Execute(NpgsqlDataSource database, List<PendingAppend> call)
    {
        await using var command = database.CreateCommand(Sql);
        AddStreams(command, call);
        AddEvents(command, [.. call.SelectMany((append, nr) => append.Events.Select((_, number) => new Line(append, nr + 1, number)))]);

        var positions = new long?[call.Count];
        await using (var reader = await command.ExecuteReaderAsync())
            while (await reader.ReadAsync()) positions[reader.GetInt32(0) - 1] = reader.GetInt64(1);   // in event order: the last one stays
        for (var nr = 0; nr < call.Count; nr++) call[nr].Done.TrySetResult(positions[nr]);
    }

    private static void AddStreams(NpgsqlCommand command, List<PendingAppend> call)
    {
        Add(command, NpgsqlDbType.Uuid, call.ConvertAll(append => append.Stream));
        Add(command, NpgsqlDbType.Text, call.ConvertAll(append => append.StreamType));
        Add(command, NpgsqlDbType.Bigint, call.ConvertAll(append => append.Expected));
        Add(command, NpgsqlDbType.Integer, call.ConvertAll(append => append.Events.Count));
    }

    private static void AddEvents(NpgsqlCommand command, List<Line> lines)
    {
        Add(command, NpgsqlDbType.Integer, lines.ConvertAll(line => line.Nr));
        Add(command, NpgsqlDbType.Uuid, lines.ConvertAll(line => line.Append.Stream));
        Add(command, NpgsqlDbType.Bigint, lines.ConvertAll(line => line.Append.Expected + line.Number + 1));
        Add(command, NpgsqlDbType.Uuid, lines.ConvertAll(line => line.Event.Id));
        Add(command, NpgsqlDbType.Text, lines.ConvertAll(line => line.Event.Type));
        Add(command, NpgsqlDbType.Text, lines.ConvertAll(line => line.Event.DotnetType));
        Add(command, NpgsqlDbType.Jsonb, lines.ConvertAll(line => line.Event.Body));
        Add(command, NpgsqlDbType.Jsonb, lines.ConvertAll(line => line.Append.Headers));
        Add(command, NpgsqlDbType.Text, lines.ConvertAll(line => line.Append.CorrelationId));
        Add(command, NpgsqlDbType.Text, lines.ConvertAll(line => line.Append.CausationId));
        Add(command, NpgsqlDbType.Text, lines.ConvertAll(line => line.Append.Cause.By));
        Add(command, NpgsqlDbType.Text, lines.ConvertAll(line => line.View?.Name));
        Add(command, NpgsqlDbType.Jsonb, lines.ConvertAll(line => line.View?.Body));
    }

    private static void Add<T>(NpgsqlCommand command, NpgsqlDbType type, List<T> values) =>
        command.Parameters.Add(new NpgsqlParameter<List<T>> { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | type });

    /// <summary>One event; the last one of an append carries the view.</summary>
    private sealed record Line(PendingAppend Append, int Nr, int Number)
    {
        public NewEvent Event => Append.Events[Number];

        public NewView? View => Number == Append.Events.Count - 1 ? Append.View : null;
    }
}
