using System.Collections.Immutable;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Categories;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Reports;

/// <summary>The unit in charge answers the citizen, with the proof that the category asks for, once all other units have done their parts.</summary>
public static class AnswerReport
{
    public sealed record Command(
        [property: Text(10, 4000, Multiline = true)] string Answer,
        [property: Text(10, 1000, Multiline = true), Description("What was done, 10 to 1,000 characters; some categories require it.")] string? Note = null,
        [property: Range(0, 1_000_000_000_000), Description("What the work cost, in dong, 0 to 1,000 billion; some categories require it.")] long? Cost = null);

    /// <summary>The unit's words under the reporter's key.</summary>
    public sealed record Words(Sealed Answer, Sealed? Note = null, long? Cost = null);

    public static ReportEvent[] Decide(Words words, ImmutableArray<ProofKind> missing, Report report, Official by, DateTimeOffset now)
    {
        report.RequireUnitOf(by);
        if (report.Status is ReportStatus.Answered && report.Answer == words.Answer) return [];    // the reply was lost on the way and it was sent again
        if (!report.Allows("answer")) throw report.OutOfTurn();
        if (!report.OpenParts.IsEmpty) throw new Refused(ReportProblems.PartsOpen);
        Proof.Require(missing);
        return [new ReportAnswered(report.Reporter, words.Answer, now, report.Unit, Note: words.Note, Cost: words.Cost)];
    }

    public static async Task<Ok<Written>> Handle(
        Guid id, Command command, Official by, EventStream<Report, ReportEvent> reports, Proof proof, PersonalData personal, TimeProvider clock, CancellationToken ct)
    {
        var known = (await reports.Load(id, ct)).State;
        if (known.Status is ReportStatus.Absent) throw new Refused(Problem.NotFound);
        var missing = await proof.Missing(id, known, command, ct);
        var answer = await personal.SealAgain(known.Reporter, command.Answer.Trim(), known.Answer, ct);
        var note = command.Note is null ? null : await personal.Seal(known.Reporter, command.Note.Trim(), ct);
        return TypedResults.Ok((await reports.Append(id, report => Decide(new(answer, note, command.Cost), missing, report, by, clock.GetUtcNow()), ct)).Written);
    }
}
