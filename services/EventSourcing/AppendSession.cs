using Npgsql;
using NpgsqlTypes;

namespace Ecosystem.EventSourcing;

/// <summary>A session with <c>append_events</c> prepared: one round trip for many appends, given as parallel arrays, one set of streams and one of events.</summary>
internal sealed class AppendSession : IAsyncDisposable
{
    private const int QuietMilliseconds = 20;

    /// <summary>The function's statements are planned once, and for tables that grow: else each call plans some anew, and a plan made for an empty table reads a full one from end to end.</summary>
    private const string Settings = "set plan_cache_mode = force_generic_plan; set enable_seqscan = off";

    private readonly NpgsqlConnection connection;
    private readonly NpgsqlCommand command;
    private long lastUse = Environment.TickCount64;

    private AppendSession(NpgsqlConnection connection)
    {
        this.connection = connection;
        command = new("select append, last_position from append_events($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)", connection);
        Add<Guid>(NpgsqlDbType.Uuid);
        Add<string>(NpgsqlDbType.Text);
        Add<long>(NpgsqlDbType.Bigint);
        Add<int>(NpgsqlDbType.Integer);
        Add<int>(NpgsqlDbType.Integer);
        Add<Guid>(NpgsqlDbType.Uuid);
        Add<long>(NpgsqlDbType.Bigint);
        Add<Guid>(NpgsqlDbType.Uuid);
        Add<string>(NpgsqlDbType.Text);
        Add<string>(NpgsqlDbType.Text);
        Add<string>(NpgsqlDbType.Jsonb);
        Add<string>(NpgsqlDbType.Jsonb);
        foreach (var _ in Enumerable.Range(0, 4)) Add<string?>(NpgsqlDbType.Text);
        Add<string?>(NpgsqlDbType.Jsonb);
    }

    /// <summary>False when the server went away while nothing was appended: asked before use, else the first append after a restart would fail.</summary>
    public async Task<bool> IsAlive()
    {
        if (Environment.TickCount64 - lastUse < QuietMilliseconds) return true;
        try
        {
            await connection.Execute("select", CancellationToken.None);
            return true;
        }
        catch (Exception gone) when (gone is NpgsqlException or IOException or InvalidOperationException)
        {
            return false;
        }
    }

    public static async Task<AppendSession> Open(NpgsqlDataSource sessions)
    {
        var session = new AppendSession(await sessions.OpenConnectionAsync());
        try
        {
            await session.connection.Execute(Settings, CancellationToken.None);
            await session.command.PrepareAsync();
            return session;
        }
        catch
        {
            await session.DisposeAsync();    // each append that waits would leave one open
            throw;
        }
    }

    /// <returns>The position of each append's last event; null where the stream was not at the expected version.</returns>
    /// <remarks>After an exception the session is of no more use.</remarks>
    public async Task<long?[]> Execute(List<PendingAppend> call)
    {
        SetStreams(call);
        SetEvents([.. call.SelectMany((append, nr) => append.Events.Select((_, number) => new Line(append, nr + 1, number)))]);
        var positions = new long?[call.Count];
        await using (var reader = await command.ExecuteReaderAsync())
            while (await reader.ReadAsync()) positions[reader.GetInt32(0) - 1] = reader.GetInt64(1);   // in event order: the last one stays
        lastUse = Environment.TickCount64;
        return positions;
    }

    public async ValueTask DisposeAsync()
    {
        await command.DisposeAsync();
        await connection.DisposeAsync();
    }

    private void SetStreams(List<PendingAppend> call)
    {
        Set(1, call.ConvertAll(append => append.Stream));
        Set(2, call.ConvertAll(append => append.StreamType));
        Set(3, call.ConvertAll(append => append.Expected));
        Set(4, call.ConvertAll(append => append.Events.Count));
    }

    private void SetEvents(List<Line> lines)
    {
        Set(5, lines.ConvertAll(line => line.Nr));
        Set(6, lines.ConvertAll(line => line.Append.Stream));
        Set(7, lines.ConvertAll(line => line.Append.Expected + line.Number + 1));
        Set(8, lines.ConvertAll(line => line.Event.Id));
        Set(9, lines.ConvertAll(line => line.Event.Type));
        Set(10, lines.ConvertAll(line => line.Event.DotnetType));
        Set(11, lines.ConvertAll(line => line.Event.Body));
        Set(12, lines.ConvertAll(line => line.Append.Headers));
        Set(13, lines.ConvertAll(line => line.Append.CorrelationId));
        Set(14, lines.ConvertAll(line => line.Append.CausationId));
        Set(15, lines.ConvertAll(line => (string?)line.Append.Cause.By));
        Set(16, lines.ConvertAll(line => line.View?.Name));
        Set(17, lines.ConvertAll(line => line.View?.Body));
    }

    private void Add<T>(NpgsqlDbType type) => command.Parameters.Add(new NpgsqlParameter<List<T>> { TypedValue = [], NpgsqlDbType = NpgsqlDbType.Array | type });

    private void Set<T>(int number, List<T> values) => ((NpgsqlParameter<List<T>>)command.Parameters[number - 1]).TypedValue = values;

    /// <summary>One event; the last one of an append carries the view.</summary>
    private sealed record Line(PendingAppend Append, int Nr, int Number)
    {
        public NewEvent Event => Append.Events[Number];

        public NewView? View => Number == Append.Events.Count - 1 ? Append.View : null;
    }
}
