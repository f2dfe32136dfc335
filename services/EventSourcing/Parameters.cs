using Npgsql;

namespace Ecosystem.EventSourcing;

internal static class Parameters
{
    /// <summary>Gives $1, $2, ... their values.</summary>
    public static NpgsqlCommand With(this NpgsqlCommand command, params object[] values)
    {
        foreach (var value in values) command.Parameters.Add(value as NpgsqlParameter ?? new() { Value = value });
        return command;
    }
}
