using Ecosystem.EventSourcing;
using Npgsql;

namespace Ecosystem.ServiceDefaults;

/// <summary>What the database's failures mean to a caller: come back in a moment, or send other text.</summary>
internal static class StoreProblems
{
    /// <summary>Null when the failure is a fault of the program.</summary>
    public static Problem? Of(Exception? e) => e switch
    {
        null => null,
        PostgresException { SqlState: PostgresErrorCodes.CharacterNotInRepertoire or PostgresErrorCodes.UntranslatableCharacter } => Problem.NotStorable,
        PostgresException { SqlState: PostgresErrorCodes.QueryCanceled } => Problem.Unavailable,
        PostgresException { SqlState: var state } when state.StartsWith("57P", StringComparison.Ordinal) || state.StartsWith("08", StringComparison.Ordinal) => Problem.Unavailable,
        NpgsqlException { IsTransient: true } or TimeoutException => Problem.Unavailable,
        _ => Of(e.InnerException),
    };
}
