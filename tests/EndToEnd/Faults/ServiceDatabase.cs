using Ecosystem.Local;
using Npgsql;

namespace Ecosystem.EndToEnd.Faults;

/// <summary>A service's database, looked at past the service: what is really stored, and how far its relay is.</summary>
internal sealed class ServiceDatabase(Backends backends, string service) : IAsyncDisposable
{
    public NpgsqlDataSource Sessions { get; } = NpgsqlDataSource.Create(Named(backends, service));

    /// <summary>Asked again where the session was kept from before the server went away.</summary>
    public async Task<T> Scalar<T>(string sql, params object[] values)
    {
        try
        {
            return await Ask<T>(sql, values);
        }
        catch (NpgsqlException ended) when (ended is not PostgresException { SqlState: not ['5', '7', 'P', ..] })
        {
            Sessions.Clear();
            return await Ask<T>(sql, values);
        }
    }

    /// <summary>Position of the newest event.</summary>
    public Task<long> Head() => Scalar<long>("select coalesce(max(seq_id), 0) from mt_events");

    /// <summary>The last position that the relay knows to be confirmed.</summary>
    public Task<long> RelayPosition() => Scalar<long>("select coalesce(max(last_seq_id), 0) from mt_event_progression where name = 'relay'");

    public async Task<bool> RelayIsSettled() => await Scalar<bool>("select coalesce((select max(seq_id) from mt_events), 0) <= (select last_seq_id from mt_event_progression where name = 'relay')");

    /// <summary>Keeps everybody from moving a subscription's checkpoint ("relay", "projection:...") until disposed.</summary>
    public Task<IAsyncDisposable> HoldCheckpoint(string subscription) => Hold("select last_seq_id from mt_event_progression where name = $1 for update", subscription);

    /// <summary>Lets every append of the service wait until disposed: all requests that write become slow.</summary>
    public Task<IAsyncDisposable> HoldAppends() => Hold("select pg_advisory_xact_lock(7239847001)");

    /// <summary>Writes the whole server's data to its disk, which else its stop would have to do first: many tests' databases are a matter of half a minute.</summary>
    public async Task Checkpoint()
    {
        await using var command = Sessions.CreateCommand("checkpoint");
        command.CommandTimeout = 120;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Destroys the database; the service must not run.</summary>
    public async Task Drop()
    {
        await using var server = NpgsqlDataSource.Create(backends.WithDatabases("postgres").Postgres);
        await using var command = server.CreateCommand($"drop database \"{new NpgsqlConnectionStringBuilder(Named(backends, service)).Database}\" with (force)");
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Ends all sessions of the service and lets nobody in until disposed.</summary>
    public async Task<IAsyncDisposable> Close()
    {
        var closed = new Closed(backends.WithDatabases("postgres").Postgres, new NpgsqlConnectionStringBuilder(Named(backends, service)).Database!);
        await closed.Allow(connections: false);
        return closed;
    }

    /// <summary>Sessions that wait for a lock.</summary>
    public Task<long> Waiting() => Scalar<long>("select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'");

    /// <summary>Ends sessions that wait for a lock, as the system does with those of a dead process as soon as it sees that nobody is there.</summary>
    public Task<long> EndWaiting() => Scalar<long>("select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'");

    /// <summary>The client's port of the session that runs a subscription ("relay", "projection:...") over all instances; null: none does.</summary>
    public async Task<int?> PortOfRunner(string subscription) => await Scalar<int>(
        """
        select coalesce(max(client_port), 0) from pg_locks join pg_stat_activity using (pid)
        where locktype = 'advisory' and objsubid = 1 and database = (select oid from pg_database where datname = current_database())
          and (classid::bigint << 32) | objid::bigint = hashtextextended($1, 0)
        """, subscription) is > 0 and var port ? port : null;

    public ValueTask DisposeAsync() => Sessions.DisposeAsync();

    private async Task<T> Ask<T>(string sql, object[] values)
    {
        await using var command = Sessions.CreateCommand(sql);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        return (T)(await command.ExecuteScalarAsync())!;
    }

    private async Task<IAsyncDisposable> Hold(string sql, params object[] values)
    {
        var connection = await Sessions.OpenConnectionAsync();
        await using var begin = new NpgsqlCommand("begin", connection);
        await begin.ExecuteNonQueryAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync();
        return connection;
    }

    private sealed class Closed(string server, string name) : IAsyncDisposable
    {
        public async Task Allow(bool connections)
        {
            await using var source = NpgsqlDataSource.Create(server);
            await using var command = source.CreateCommand($"alter database \"{name}\" with allow_connections {connections}; select pg_terminate_backend(pid) from pg_stat_activity where datname = '{name}'");
            await command.ExecuteNonQueryAsync();
        }

        public async ValueTask DisposeAsync() => await Allow(connections: true);
    }

    private static string Named(Backends backends, string service)
    {
        var builder = new NpgsqlConnectionStringBuilder(backends.Postgres);
        builder.Database = $"{builder.Database}_{service}";
        return builder.ConnectionString;
    }
}
