using System.ComponentModel;
using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.DataRequests;

/// <summary>The coordinating unit grants a request, and it is done at once; or refuses it for a reason of the law.</summary>
public static class DecideDataRequest
{
    public sealed record Command(
        [property: Description("Whether it is granted.")] bool Granted,
        [property: Description("The law's reason for a refusal: stateManagement, emergency, legalDuty, othersRights, impossible or notThePerson; null where it is granted.")] DataRefusal? Refusal = null,
        [property: Text(1, 4000, Multiline = true), Description("What the person is told, e.g. what was corrected.")] string? Note = null);

    public static DataRequestEvent[] Decide(Command command, Sealed? note, DataRequest request, Official by, DateTimeOffset now)
    {
        request.RequireCoordinating(by);
        if (command.Granted == command.Refusal is not null) throw new Refused(DataRequestProblems.ReasonNeeded);
        return request.IsOpen ? [new DataRequestDecided(command.Refusal, note, now)]
            : request.Refusal == command.Refusal ? []    // sent again: what follows from it is done again, too
            : throw new Refused(DataRequestProblems.Decided);
    }

    /// <summary>What a granted request changes for the person.</summary>
    public static DataSubjectEvent[] Follow(DataRequestKind kind, Guid request, DataSubject subject, DateTimeOffset now) => kind switch
    {
        DataRequestKind.Restrict or DataRequestKind.Object when !subject.IsRestricted => [new ProcessingRestricted(request, now)],
        DataRequestKind.WithdrawConsent when subject.ConsentWithdrawnBy != request => [new ConsentWithdrawn(request, now)],
        _ => [],
    };

    public static async Task<Ok<Written>> Handle(
        Guid id, Command command, Official by, EventStream<DataRequest, DataRequestEvent> requests, EventStream<DataSubject, DataSubjectEvent> subjects, PersonalData personal, ErasePerson erase, TimeProvider clock, CancellationToken ct)
    {
        var known = (await requests.Load(id, ct)).State;
        known.RequireCoordinating(by);
        var note = command.Note is null ? null : await personal.Seal(known.Subject, command.Note.Trim(), ct);
        var done = await requests.Append(id, request => Decide(command, note, request, by, clock.GetUtcNow()), ct);
        if (done.State.State is not DataRequestState.Granted) return TypedResults.Ok(done.Written);
        if (known.Kind is DataRequestKind.Delete) await erase.Of(known.Subject, ct);
        else await subjects.Append(DataSubject.IdOf(known.Subject), subject => Follow(known.Kind, id, subject, clock.GetUtcNow()), ct);
        return TypedResults.Ok(done.Written);
    }
}
