using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Coordination;

/// <summary>The directive now, or as it stood at a time: who had promised what by then is often the question.</summary>
public static class ReadDirective
{
    public sealed record Answer : IssuedDirective, IPositioned
    {
        public Answer(Row<IssuedDirective> row, Official by) : base(row.Data.For(by)) => (Id, Version, Position) = (row.Id, row.Version, row.Position);

        public Guid Id { get; }

        public long Version { get; }

        public long Position { get; }
    }

    public static async Task<Ok<Answer>> Handle(
        Guid id, [SensibleTime] DateTimeOffset? asOf, Official by, EventStream<Directive, DirectiveEvent> directives, CancellationToken ct) =>
        await directives.View<IssuedDirective>(id, ct, asOf) is { } row ? TypedResults.Ok(new Answer(row, by)) : throw new Refused(Problem.NotFound);
}

/// <summary>Who did what when to the directive.</summary>
public static class ReadDirectiveHistory
{
    public static async Task<Ok<Page<HistoryEntry>>> Handle(Guid id, Official by, ReadModel<IssuedDirective> directives, StreamLog log, CancellationToken ct)
    {
        _ = (await directives.Find(id, ct) ?? throw new Refused(Problem.NotFound)).Data.For(by);
        return TypedResults.Ok(new Page<HistoryEntry>(await log.History(id, ct), Next: null));
    }
}
