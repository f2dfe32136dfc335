using Ecosystem.EventSourcing;
using Npgsql;

namespace Ecosystem.Campaigns;

/// <summary>A repeat is recognised in the stream that it goes to; one that names another place goes to another stream, so this looks there, too.</summary>
public sealed class EnrollmentKeys(NpgsqlDataSource database)
{
    /// <exception cref="Refused">The request's key was used for another place of the campaign.</exception>
    public async Task RequireUnused(Guid campaign, Guid exceptAt, Cause cause, CancellationToken ct)
    {
        if (cause.StoredKey is not { } key) return;
        await using var command = database.CreateCommand(
            "select exists (select from mt_events where type = 'resident_enrolled' and headers->>'key' = $1 and stream_id <> $2 and data->'where'->>'campaign' = $3)");
        foreach (var value in new object[] { key, exceptAt, $"{campaign}" }) command.Parameters.Add(new() { Value = value });
        if ((bool)(await command.ExecuteScalarAsync(ct))!) throw new Refused(Problem.KeyReused);
    }
}
