using Npgsql;

namespace Ecosystem.EventSourcing;

internal static class Commands
{
    /// <summary>Gives $1, $2, ... their values.</summary>
    public static NpgsqlCommand With(this NpgsqlCommand command, params object[] values)
    {
        foreach (var value in values) command.Parameters.Add(value as NpgsqlParameter ?? new() { Value = value });
        return command;
    }

    public static async Task Execute(this NpgsqlConnection connection, string sql, CancellationToken ct, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection).With(values);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>The first column of the first row; null when there is none.</summary>
    public static async Task<object?> Scalar(this NpgsqlConnection connection, string sql, CancellationToken ct, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection).With(values);
        return await command.ExecuteScalarAsync(ct);
    }

    /// <summary>A lock that is free again when the session ends; false when another session has it.</summary>
    public static async Task<bool> TryLock(this NpgsqlConnection connection, string name, CancellationToken ct) =>
        (bool)(await connection.Scalar("select pg_try_advisory_lock(hashtextextended($1, 0))", ct, name))!;

    /// <summary>
    /// For a command that only reads, of a data source. The pool learns that the server was restarted from the first command that
    /// fails; that one is asked again, on a new connection.
    /// </summary>
    public static async Task<NpgsqlDataReader> Read(this NpgsqlCommand command, CancellationToken ct)
    {
        try
        {
            return await command.ExecuteReaderAsync(ct);
        }
        catch (NpgsqlException lost) when (lost.InnerException is IOException || lost is PostgresException { SqlState: PostgresErrorCodes.AdminShutdown })
        {
            return await command.ExecuteReaderAsync(ct);
        }
    }
}
