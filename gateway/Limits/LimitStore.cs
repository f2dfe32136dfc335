using Npgsql;

namespace Ecosystem.Gateway.Limits;

/// <summary>The quota that all gateways share: a lease is one statement. After a failure nobody asks for a second, so that a database that is away costs no request its time.</summary>
internal sealed class LimitStore(LimitDatabase database, TimeProvider clock, ILogger<LimitStore> log)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500), Pause = TimeSpan.FromSeconds(1);
    private long awayUntil;

    private const string Statement =
        """
        insert into limit_leases as l (client_policy, window_number, ends, leased, granted)
        values ($1, $2, $3, $4 + limit_share($6 - $4, $5), limit_share($6 - $4, $5))
        on conflict (client_policy, window_number) do update
          set leased = l.leased + $4 + limit_share($6 - l.leased - $4, $5), granted = limit_share($6 - l.leased - $4, $5)
        returning granted, leased
        """;

    /// <summary>Null while the database is away.</summary>
    public async Task<Grant?> TryLease(Guid clientPolicy, Lease lease)
    {
        if (clock.GetTimestamp() < Volatile.Read(ref awayUntil))
            return null;
        try
        {
            return await Ask(clientPolicy, lease).WaitAsync(Patience);
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException)
        {
            Volatile.Write(ref awayUntil, clock.GetTimestamp() + (long)(Pause.TotalSeconds * clock.TimestampFrequency));
            log.LogWarning("Limits are counted by this instance alone: {Reason}", e.Message);
            return null;
        }
    }

    private async Task<Grant> Ask(Guid clientPolicy, Lease lease)
    {
        await using var command = database.Pool.CreateCommand(Statement);
        foreach (var value in (object[])[clientPolicy, lease.Window, lease.Ends, lease.Owed, lease.Wanted, lease.Quota])
            command.Parameters.Add(new() { Value = value });
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return new(reader.GetInt32(0), reader.GetInt32(1));
    }
}
