using Npgsql;

namespace Ecosystem.Gateway.CallLog;

/// <summary>Work on the log that one gateway at a time does for all.</summary>
internal interface ICallLogWork
{
    /// <summary>Names the lock, and the work in the alarm.</summary>
    static abstract string Name { get; }

    /// <summary>How long what is new may wait for this work; null: it is not wanted.</summary>
    TimeSpan? Every { get; }

    /// <summary>Does one piece, if something has waited long enough.</summary>
    /// <param name="turn">Holds the lock. What is written over it is committed when this returns true.</param>
    /// <returns>False when there is nothing more for now.</returns>
    Task<bool> Next(NpgsqlConnection turn, CancellationToken ct);
}
