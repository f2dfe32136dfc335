using Npgsql;

namespace Ecosystem.EventSourcing;

/// <summary>How far a subscription has worked, in Marten's progression table.</summary>
internal static class Checkpoints
{
    public static async Task<long> Get(NpgsqlConnection connection, string name, CancellationToken ct, bool andHold = false) =>
        await connection.Scalar($"select last_seq_id from mt_event_progression where name = $1 {(andHold ? "for update" : "")}", ct, name) as long? ?? 0;

    /// <summary>Moves on, unless somebody (an operator who rewinds) has moved it meanwhile.</summary>
    public static Task Move(NpgsqlConnection connection, string name, long from, long to, CancellationToken ct) => connection.Execute(
        """
        insert into mt_event_progression as p (name, last_seq_id, last_updated) values ($1, $3, clock_timestamp())
        on conflict (name) do update set last_seq_id = excluded.last_seq_id, last_updated = excluded.last_updated where p.last_seq_id = $2
        """,
        ct, name, from, to);

    /// <summary>Position of the newest event; 0 when there is none.</summary>
    public static async Task<long> Head(NpgsqlConnection connection, CancellationToken ct) =>
        (long)(await connection.Scalar("select coalesce(max(seq_id), 0) from mt_events", ct))!;
}
