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
