using System.ComponentModel;
using Ecosystem.EventSourcing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Ecosystem.ServiceDefaults;

/// <summary>Long work as operators see it: 202 with an address where its progress and its result are read, and where it is cancelled.</summary>
public static class WorkEndpoints
{
    internal const string Rebuild = "rebuild";

    /// <summary>Work that goes on after the request that asked for it.</summary>
    /// <param name="Kind">What is done: rebuild.</param>
    /// <param name="Subject">To what: the projection's name.</param>
    /// <param name="Status">While it is requested or running, ask again as `Retry-After` says.</param>
    /// <param name="Percent">How far it is, 0 to 100.</param>
    /// <param name="Attempts">How often it was begun: more than once where an instance was stopped meanwhile.</param>
    /// <param name="Result">Figures of what was done, e.g. events. Null until it has succeeded.</param>
    /// <param name="Problem">Type of the problem that it failed with. Null unless it failed.</param>
    /// <param name="RequestedAt">When it was asked for, in UTC.</param>
    /// <param name="EndedAt">When it succeeded, failed or was cancelled, in UTC. Null before.</param>
    public sealed record Work(
        Guid Id, long Version, long Position, string Kind, string Subject, WorkStatus Status, int Percent, int Attempts,
        IReadOnlyDictionary<string, long>? Result, string? Problem, DateTimeOffset RequestedAt, DateTimeOffset? EndedAt) : IPositioned;

    /// <summary>What the store must know for it; called where a service describes its streams.</summary>
    public static StoreBuilder KeepWork(this StoreBuilder store)
    {
        store.Stream<LongWork, LongWorkEvent>("long_work", _ => LongWork.None, LongWork.Evolve).View<LongWork>("long_work", LongWork.Fold);
        return store;
    }

    internal static void MapWork(this IEndpointRouteBuilder operations)
    {
        operations.MapPost("/projections/{name}/rebuild", RequestRebuild).WithName("rebuildProjection").RequireScope("operations").WithSummary("Have a projection made anew and swapped in");
        operations.MapGet("/work", List).WithName("listWork").RequireScope("operations").WithSummary("List long work, newest first");
        operations.MapGet("/work/{id:guid}", Read).WithName("readWork").RequireScope("operations").WithSummary("See how far long work is, and its result");
        operations.MapPost("/work/{id:guid}/cancellation", Cancel).WithName("cancelWork").RequireScope("operations").WithSummary("Cancel long work");
    }

    private static async Task<Accepted<Written>> RequestRebuild(
        [Description("The projection, as its subscription is called in the status.")] string name, HttpContext http, Operations store, EventStream<LongWork, LongWorkEvent> works, Cause cause, WorkRunner runner, TimeProvider clock, CancellationToken ct)
    {
        store.RequireProjection(name);
        var done = await works.Create(cause.NewId(), work => work.Request(Rebuild, name, clock.GetUtcNow()), ct);
        runner.Look();
        http.Response.Headers.RetryAfter = "1";
        return TypedResults.Accepted($"{string.Join('/', http.Request.Path.Value!.Split('/')[..4])}/work/{done.Id}", done.Written);
    }

    private static async Task<Ok<Page<Work>>> List([AsParameters] PageRequest page, ReadModel<LongWork> works, CancellationToken ct)
    {
        var rows = await works.List("true", [], page, ct);
        return TypedResults.Ok(new Page<Work>([.. rows.Items.Select(Of)], rows.Next));
    }

    private static async Task<Ok<Work>> Read(Guid id, HttpContext http, ReadModel<LongWork> works, CancellationToken ct)
    {
        var row = await works.Find(id, ct) ?? throw new Refused(EventSourcing.Problem.NotFound);
        if (row.Data.IsOpen) http.Response.Headers.RetryAfter = "1";
        return TypedResults.Ok(Of(row));
    }

    private static async Task<Ok<Written>> Cancel(Guid id, EventStream<LongWork, LongWorkEvent> works, TimeProvider clock, CancellationToken ct) =>
        TypedResults.Ok((await works.Append(id, work => work.Cancel(clock.GetUtcNow()), ct)).Written);

    private static Work Of(Row<LongWork> row) => new(
        row.Id, row.Version, row.Position, row.Data.Kind, row.Data.Subject, row.Data.Status, row.Data.Percent, row.Data.Attempts, row.Data.Result, row.Data.Problem, row.Data.RequestedAt, row.Data.EndedAt);
}
