using System.ComponentModel.DataAnnotations;
using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Guidance;

/// <summary>The coordinating unit says where people answer, and how sure a reply must be.</summary>
public static class ConfigureAssistant
{
    /// <param name="Hotline">Number of the hotline, 3 to 20 digits, spaces and dots.</param>
    /// <param name="LeastConfidence">How well an article must fit to be the answer: 0.2 to 1.</param>
    /// <param name="Decision">Number of the decision that this comes from, 1 to 100 characters.</param>
    public sealed record Command(
        [property: StringLength(20, MinimumLength = 3), RegularExpression("^[0-9][0-9 .]*$")] string Hotline,
        [property: Range(0.2, 1.0)] double LeastConfidence,
        [property: Text(1, 100)] string Decision);

    /// <param name="Hotline">Number of the hotline.</param>
    /// <param name="LeastConfidence">How well an article must fit to be the answer.</param>
    /// <param name="Decision">Number of the decision that this comes from; null: as shipped.</param>
    public sealed record Shown(Guid Id, long Version, long Position, string Hotline, double LeastConfidence, string? Decision) : IPositioned;

    public static AssistantEvent[] Decide(Command command, Assistant assistant, Official by, DateTimeOffset now)
    {
        CoordinatingUnit.Require(by);
        return assistant == new Assistant(command.Hotline, command.LeastConfidence, command.Decision) ? [] : [new AssistantConfigured(command.Hotline, command.LeastConfidence, command.Decision, now)];
    }

    public static async Task<Ok<Written>> Handle(Command command, Official by, EventStream<Assistant, AssistantEvent> assistant, TimeProvider clock, CancellationToken ct) =>
        TypedResults.Ok((await assistant.Append(Assistant.Id, now => Decide(command, now, by, clock.GetUtcNow()), ct)).Written);

    public static async Task<Ok<Shown>> Read(EventStream<Assistant, AssistantEvent> assistant, CancellationToken ct)
    {
        var now = await assistant.Load(Assistant.Id, ct);
        return TypedResults.Ok(new Shown(Assistant.Id, now.Version, now.Position, now.State.Hotline, now.State.LeastConfidence, now.State.Decision));
    }
}
