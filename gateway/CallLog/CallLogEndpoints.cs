using System.ComponentModel.DataAnnotations;
using Ecosystem.EventSourcing;
using Ecosystem.Gateway.CallLog.Archive;
using Ecosystem.Gateway.CallLog.Stamps;
using Ecosystem.Gateway.Limits;
using Ecosystem.Gateway.Sandbox;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Gateway.CallLog;

/// <summary>What passed the gateway: auditors see all of it, a partner its own calls, and a token for the sandbox only calls with such tokens.</summary>
public static class CallLogEndpoints
{
    private const string Everybodys = "audit.read";

    public static IServiceCollection AddCallLog(this IServiceCollection services)
    {
        services.AddSingleton<CallQueue>().AddSingleton<CallerNames>().AddSingleton<CallBatches>().AddSingleton<CallPartitions>().AddSingleton<LogKey>().AddSingleton<StoredCalls>();
        services.AddSingleton<CallLogTroubles>().AddSingleton<TimeStampAuthority>().AddSingleton<CallStamps>();
        services.AddSingleton(provider => ArchiveSettings.Of(provider.GetRequiredService<IConfiguration>())).AddSingleton<StoredBatches>().AddSingleton<CallArchive>();
        services.AddHostedService<CallLogTurn<CallStamps>>().AddHostedService<CallLogTurn<CallArchive>>();
        return services.AddHostedService<CallWriter>();
    }

    public static void MapCallLog(this IEndpointRouteBuilder app)
    {
        var calls = app.MapGroup("/v1/calls").RequireScope("calls.read").WithMetadata(new ServesSandbox());
        calls.MapGet("", List).WithSummary("List calls, newest first");
        calls.MapGet("/usage", Count).WithSummary("Count a partner's calls by version and route");
        calls.MapGet("/{id}/proof", Prove).WithSummary("Export the proof of one call");
        var decisions = app.MapGroup("/v1/access/decisions").RequireScope(Everybodys);
        decisions.MapGet("/{traceId}", AccessDecision.Explain).WithSummary("See why the calls of a trace were allowed or refused");
    }

    /// <param name="client">Only this partner's or official's; of no effect for a partner, who sees its own.</param>
    /// <param name="status">Only answers with this status.</param>
    /// <param name="before">Only calls before this one; from the last item of the page before.</param>
    private static async Task<Ok<Page<Call>>> List(
        Caller by, HttpContext http, StoredCalls calls, CancellationToken ct, [Text(1, 200)] string? client = null, [Range(100, 599)] int? status = null, Guid? before = null, [Range(1, 200)] int limit = 50)
    {
        var visible = Visible(by, client);
        var whose = visible is null ? "$1 = ''" : "client = $1";
        var found = await calls.Find(
            $"{whose} and ($5 = '' or kind = $5) and ($2 = 0 or status = $2) and ($3 = $4 or (at, id) < (select at, id from calls where id = $3))", limit + 1, ct,
            visible ?? "", status ?? 0, before ?? Guid.Empty, Guid.Empty, Kind(http));
        return TypedResults.Ok(new Page<Call>([.. found.Take(limit)], found.Count > limit ? found[limit - 1].Id.ToString() : null));
    }

    /// <param name="days">How many days back, 1 to 30.</param>
    private static async Task<Ok<Page<Usage>>> Count(Caller by, HttpContext http, StoredCalls calls, TimeProvider clock, CancellationToken ct, [Text(1, 200)] string? client = null, [Range(1, 30)] int days = 7) =>
        TypedResults.Ok(new Page<Usage>(await calls.Count(clock.GetUtcNow().AddDays(-days), Visible(by, client), http.IsSandbox() ? Client.Sandbox : Client.System, ct), Next: null));

    private static async Task<Ok<Proof>> Prove(Guid id, Caller by, HttpContext http, StoredCalls calls, CancellationToken ct) =>
        TypedResults.Ok(await calls.Prove(id, Visible(by, null), Kind(http), ct) ?? throw new Refused(Problem.NotFound));

    /// <summary>Empty: calls of every kind.</summary>
    private static string Kind(HttpContext http) => http.IsSandbox() ? Client.Sandbox : "";

    private static string? Visible(Caller by, string? wanted) => by.Scopes.Contains(Everybodys) ? wanted : by.Id;
}
