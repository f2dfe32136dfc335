using Npgsql;
using NpgsqlTypes;

namespace Ecosystem.EventSourcing;

/// <summary>One round trip of <c>append_events</c> for many appends, given as parallel arrays.</summary>
internal static class AppendCall
{
    private const string Sql = "select append, last_position from append_events($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)";

    public static async Task Execute(NpgsqlDataSource database, List<PendingAppend> call)
    {
        await using var command = database.CreateCommand(Sql);
        AddAppends(command, call);
        AddEvents(command, [.. call.SelectMany((append, nr) => append.Events.Select((e, number) => (nr + 1, number + 1, e)))]);
        AddViews(command, [.. call.SelectMany((append, nr) => append.Views.Select(view => (nr + 1, view)))]);

        var positions = new long?[call.Count];
        await using (var reader = await command.ExecuteReaderAsync())
            while (await reader.ReadAsync()) positions[reader.GetInt32(0) - 1] = reader.GetInt64(1);
        for (var nr = 0; nr < call.Count; nr++) call[nr].Done.TrySetResult(positions[nr]);
    }

    private static void AddAppends(NpgsqlCommand command, List<PendingAppend> call)
    {
        Add(command, NpgsqlDbType.Uuid, call.ConvertAll(append => append.Stream));
        Add(command, NpgsqlDbType.Text, call.ConvertAll(append => append.StreamType));
        Add(command, NpgsqlDbType.Bigint, call.ConvertAll(append => append.Expected));
        Add(command, NpgsqlDbType.Integer, call.ConvertAll(append => append.Events.Count));
        Add(command, NpgsqlDbType.Text, call.ConvertAll(append => append.Headers));
        Add(command, NpgsqlDbType.Text, call.ConvertAll(append => append.CorrelationId));
        Add(command, NpgsqlDbType.Text, call.ConvertAll(append => append.Cause.MessageId?.ToString()));
        Add(command, NpgsqlDbType.Text, call.ConvertAll(append => append.Cause.By));
    }

    private static void AddEvents(NpgsqlCommand command, List<(int Append, int Number, NewEvent Event)> events)
    {
        Add(command, NpgsqlDbType.Integer, events.ConvertAll(e => e.Append));
        Add(command, NpgsqlDbType.Integer, events.ConvertAll(e => e.Number));
        Add(command, NpgsqlDbType.Uuid, events.ConvertAll(e => e.Event.Id));
        Add(command, NpgsqlDbType.Text, events.ConvertAll(e => e.Event.Type));
        Add(command, NpgsqlDbType.Text, events.ConvertAll(e => e.Event.DotnetType));
        Add(command, NpgsqlDbType.Text, events.ConvertAll(e => e.Event.Body));
    }

    private static void AddViews(NpgsqlCommand command, List<(int Append, NewView View)> views)
    {
        Add(command, NpgsqlDbType.Integer, views.ConvertAll(view => view.Append));
        Add(command, NpgsqlDbType.Text, views.ConvertAll(view => view.View.Name));
        Add(command, NpgsqlDbType.Text, views.ConvertAll(view => view.View.Body));
    }

    private static void Add<T>(NpgsqlCommand command, NpgsqlDbType type, List<T> values) =>
        command.Parameters.Add(new NpgsqlParameter<List<T>> { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | type });
}
