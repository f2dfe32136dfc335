using System.Globalization;
using Ecosystem.EventSourcing;
using Npgsql;
using NpgsqlTypes;

namespace Ecosystem.Notifications.Webhooks;

/// <summary>One try to deliver one event.</summary>
/// <param name="Event">The CloudEvent's id, which is the header webhook-id.</param>
/// <param name="Number">From 1; 0: a ping.</param>
/// <param name="Status">Of the receiver's answer; null: there was none.</param>
/// <param name="Answer">Its first 200 bytes, or why there was none.</param>
/// <param name="NextAt">When it is tried again; null: not any more.</param>
public sealed record Attempt(long Id, Guid Event, int Number, DateTimeOffset At, int Milliseconds, int? Status, AttemptOutcome Outcome, string Answer, DateTimeOffset? NextAt);

public enum AttemptOutcome { Delivered, Failed, Gone, GivenUp }

/// <summary>Attempts are many, and of use only for a while: a table whose old rows go, not events.</summary>
public sealed class Attempts(NpgsqlDataSource database)
{
    /// <summary>With <see cref="Values"/> as $1 to $7.</summary>
    internal const string Insert =
        "insert into webhook_attempts (webhook, event, number, milliseconds, status, answer, next_at, outcome) select $1, $2, $3, $4, $5, $6, now() + $7, case when $5 between 200 and 299 then 'delivered' when $5 = 410 then 'gone' when $7 is null then 'given_up' else 'failed' end";

    public async Task Note(Guid webhook, Guid eventId, Outcome outcome, CancellationToken ct)
    {
        await using var command = database.CreateCommand(Insert);
        command.Parameters.AddRange(Array.ConvertAll(Values(webhook, eventId, 0, outcome, null), value => value as NpgsqlParameter ?? new() { Value = value }));
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Newest first.</summary>
    /// <exception cref="Refused">The cursor is not one that this list gave.</exception>
    public async Task<Page<Attempt>> List(Guid webhook, PageRequest page, CancellationToken ct)
    {
        var before = page.After is null ? long.MaxValue : long.TryParse(page.After, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : throw new Refused(Problem.BadCursor);
        await using var command = database.CreateCommand(
            "select id, event, number, at, milliseconds, status, outcome, answer, next_at from webhook_attempts where webhook = $1 and id < $2 order by id desc limit $3");
        command.Parameters.AddRange(new NpgsqlParameter[] { new() { Value = webhook }, new() { Value = before }, new() { Value = page.Limit + 1 } });
        await using var reader = await command.ExecuteReaderAsync(ct);
        List<Attempt> attempts = [];
        while (await reader.ReadAsync(ct)) attempts.Add(Read(reader));
        return new([.. attempts.Take(page.Limit)], attempts.Count > page.Limit ? attempts[page.Limit - 1].Id.ToString(CultureInfo.InvariantCulture) : null);
    }

    internal static object[] Values(Guid webhook, Guid eventId, int number, Outcome outcome, TimeSpan? next) =>
    [
        webhook, eventId, number, (int)outcome.Duration.TotalMilliseconds, Nullable(outcome.Status, NpgsqlDbType.Integer), outcome.Answer,
        Nullable(outcome.IsDelivered || outcome.IsGone ? null : next, NpgsqlDbType.Interval),
    ];

    private static NpgsqlParameter Nullable(object? value, NpgsqlDbType type) => new() { Value = value ?? DBNull.Value, NpgsqlDbType = type };

    private static Attempt Read(NpgsqlDataReader reader) => new(
        reader.GetInt64(0), reader.GetGuid(1), reader.GetInt32(2), reader.GetFieldValue<DateTimeOffset>(3), reader.GetInt32(4), reader.IsDBNull(5) ? null : reader.GetInt32(5),
        Enum.Parse<AttemptOutcome>(reader.GetString(6).Replace("_", "", StringComparison.Ordinal), ignoreCase: true), reader.GetString(7), reader.IsDBNull(8) ? null : reader.GetFieldValue<DateTimeOffset>(8));
}
