using System.ComponentModel;
using Ecosystem.EventSourcing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Proofs;

/// <summary>A day's root, for anybody: who keeps a copy of it can later show that nothing was changed.</summary>
public static class ReadAnchor
{
    public sealed record Shown(
        [property: Description("The day in Viet Nam.")] DateOnly Day,
        [property: Description("Root of the tree over all report events of the day, hexadecimal.")] string Root,
        [property: Description("How many events the day has.")] int Events,
        [property: Description("Head of the day anchored before; zeros for the first.")] string Previous,
        [property: Description("SHA-256 of previous and root, hexadecimal.")] string Head,
        [property: Description("When it was anchored, in UTC.")] DateTimeOffset AnchoredAt);

    public static async Task<Ok<Shown>> Handle(DateOnly day, ReadModel<Anchor> anchors, CancellationToken ct)
    {
        var anchor = (await anchors.Find(Anchor.IdOf(day), ct))?.Data.Of ?? throw new Refused(Problem.NotFound);
        return TypedResults.Ok(new Shown(anchor.Day, anchor.Root, anchor.Events, anchor.Previous, anchor.Head, anchor.At));
    }
}
