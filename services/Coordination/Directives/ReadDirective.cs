using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Coordination;

/// <summary>The directive now, or as it stood at a time: who had promised what by then is often the question.</summary>
public static class ReadDirective
{
    public static async Task<Ok<Row<IssuedDirective>>> Handle(
        Guid id, [SensibleTime] DateTimeOffset? asOf, Official by, EventStream<Directive, DirectiveEvent> directives, CancellationToken ct) =>
        await directives.View<IssuedDirective>(id, ct, asOf) is { } row
            ? TypedResults.Ok(row with { Data = row.Data.For(by) })
            : throw new Refused(Problem.NotFound);
}

/// <summary>Who did what when to the directive: for the issuer, who sees all of it.</summary>
public static class ReadDirectiveHistory
{
    public static async Task<Ok<IReadOnlyList<HistoryEntry>>> Handle(Guid id, Official by, ReadModel<IssuedDirective> directives, StreamLog log, CancellationToken ct)
    {
        await directives.IssuedBy(id, by, ct);
        return TypedResults.Ok(await log.History(id, ct));
    }
}
