using System.ComponentModel;
using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Coordination;

/// <summary>How far all recipients are, for the issuer: from the view stored with the events, without asking any recipient.</summary>
public static class RollUp
{
    /// <summary>Each recipient is counted once, in its state; those overdue are counted again in Overdue.</summary>
    /// <param name="Overdue">Neither done nor refused, and the deadline has passed.</param>
    public sealed record Counts(int Total, int Sent, int Acknowledged, int Accepted, int InProgress, int Done, int Refused, [Description("Recipients who are late.")] int Overdue)
    {
        public static Counts Of(IssuedDirective directive, DateTimeOffset now)
        {
            var states = directive.Recipients.CountBy(recipient => recipient.Progress.State).ToDictionary();
            var overdue = directive.Deadline < now ? directive.Recipients.Count(recipient => recipient.Progress.IsOpen()) : 0;
            return new(
                directive.Recipients.Length, In(RecipientState.Sent), In(RecipientState.Acknowledged), In(RecipientState.Accepted),
                In(RecipientState.InProgress), In(RecipientState.Done), In(RecipientState.Refused), overdue);

            int In(RecipientState state) => states.GetValueOrDefault(state);
        }
    }

    public sealed record Answer(Guid Id, long Version, long Position, DateTimeOffset Deadline, Counts Counts, IReadOnlyList<Recipient> Recipients) : IPositioned;

    public static async Task<Ok<Answer>> Handle(Guid id, Official by, ReadModel<IssuedDirective> directives, TimeProvider clock, CancellationToken ct)
    {
        var row = await directives.Find(id, ct) ?? throw new Refused(Problem.NotFound);
        _ = row.Data.For(by);
        if (!by.ActsFor(row.Data.Issuer)) throw new Refused(CoordinationProblems.NotTheIssuer);
        return TypedResults.Ok(new Answer(id, row.Version, row.Position, row.Data.Deadline, Counts.Of(row.Data, clock.GetUtcNow()), row.Data.Recipients));
    }
}
