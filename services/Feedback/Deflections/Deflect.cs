using System.ComponentModel.DataAnnotations;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Categories;
using Ecosystem.Feedback.Reports;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Deflections;

/// <summary>A citizen was shown an emergency number and left the form to call: counted, as otherwise nobody knows that it works.</summary>
public static class Deflect
{
    /// <param name="Service">Whom to call.</param>
    public sealed record Command(
        [property: Required] EmergencyService? Service,
        [property: CategoryCode] string? Category = null,
        [property: CommuneCode] string? Commune = null);

    /// <param name="Phone">The number to call.</param>
    public sealed record Receipt(Guid Id, long Version, long Position, string Phone) : IPositioned;

    public static DeflectionEvent[] Decide(Command command, Deflection deflection, DateTimeOffset now) =>
        deflection.Exists ? [] : [new CallerDeflected(command.Service!.Value, command.Category, command.Commune, now)];

    public static async Task<Created<Receipt>> Handle(
        Command command, EventStream<Deflection, DeflectionEvent> deflections, Cause cause, TimeProvider clock, CancellationToken ct)
    {
        var done = await deflections.Create(cause.NewId(), deflection => Decide(command, deflection, clock.GetUtcNow()), ct);
        return TypedResults.Created((string?)null, new Receipt(done.Id, done.Version, done.Position, command.Service!.Value.Phone()));
    }
}
