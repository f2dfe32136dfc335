using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Npgsql;

namespace Ecosystem.Feedback.Desk;

/// <summary>Sessions that somebody has signed out of: a copy of their cookie must not open the desk any more. Kept until they would have ended anyway.</summary>
internal sealed class EndedSessions(NpgsqlDataSource database)
{
    private const string Insert = "with old as (delete from desk_session_ended where until < now()) insert into desk_session_ended (id, until) values ($1, $2) on conflict do nothing";

    public async Task Add(AuthenticationProperties session, CancellationToken ct)
    {
        if (!Guid.TryParse(session.GetString(DeskSignIn.Session), out var id) || !TryUntil(session, out var until)) return;
        await using var command = database.CreateCommand(Insert);
        command.Parameters.Add(new() { Value = id });
        command.Parameters.Add(new() { Value = until.ToUniversalTime() });
        await command.ExecuteNonQueryAsync(ct);
    }

    public async Task<bool> Has(AuthenticationProperties session, CancellationToken ct)
    {
        if (!Guid.TryParse(session.GetString(DeskSignIn.Session), out var id)) return true;
        await using var command = database.CreateCommand("select exists (select from desk_session_ended where id = $1)");
        command.Parameters.Add(new() { Value = id });
        return await command.ExecuteScalarAsync(ct) is true;
    }

    public static bool TryUntil(AuthenticationProperties session, out DateTimeOffset until) => DateTimeOffset.TryParse(session.GetString(DeskSignIn.Until), CultureInfo.InvariantCulture, out until);
}
