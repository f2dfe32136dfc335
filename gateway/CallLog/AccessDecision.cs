using Ecosystem.EventSourcing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Gateway.CallLog;

/// <summary>Why a call was let through or not: the rule that decided, and what the caller had.</summary>
/// <param name="Rule">The type of the problem that the caller got, or unit where it was told not-found because the thing is another unit's; "allowed" where it was let through.</param>
/// <param name="Missing">The scope that was asked for and not held.</param>
/// <param name="Held">The scopes of a refused caller.</param>
public sealed record AccessDecision(
    Guid Message, DateTimeOffset At, string Kind, string Client, string? Organisation, string Method, string Route, int Status, bool Allowed, string Rule, string? Missing, IReadOnlyList<string> Held)
{
    private const int Most = 200;

    /// <param name="traceId">From the refusal's member traceId.</param>
    internal static async Task<Ok<Page<AccessDecision>>> Explain(string traceId, StoredCalls calls, CancellationToken ct) =>
        await calls.Find("trace = $1", Most, ct, traceId) is { Count: > 0 } found ? TypedResults.Ok(new Page<AccessDecision>([.. found.Select(Of)], Next: null)) : throw new Refused(Problem.NotFound);

    public static AccessDecision Of(Call call) => new(
        call.Id, call.At, call.Kind, call.Client, call.Organisation, call.Method, call.Route, call.Status,
        call.Status is not (401 or 403) && call.Rule is null, call.Rule ?? (call.Status is 401 or 403 ? call.Problem ?? "unnamed" : "allowed"), call.Missing, call.Scopes?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? []);
}
