using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.DataRequests;

/// <summary>It takes longer, once, and the person is told why.</summary>
public static class ExtendDataRequest
{
    public sealed record Command(
        [property: Range(1, 20), Description("Days more, at most as many as the law gives such a request.")] int Days,
        [property: Text(10, 1000, Multiline = true), Description("Why, for the person, 10 to 1,000 characters.")] string Reason);

    public static DataRequestEvent[] Decide(Command command, Sealed reason, DataRequest request, Official by, DateTimeOffset now)
    {
        request.RequireCoordinating(by);
        if (!request.IsOpen) throw new Refused(DataRequestProblems.Decided);
        if (request.ExtensionReason is not null) throw new Refused(DataRequestProblems.ExtendedBefore);
        return command.Days <= LegalTimes.MostExtraDays(request.Kind) ? [new DataRequestExtended(reason, LegalTimes.Extended(request.DueBy, command.Days), now)] : throw new Refused(DataRequestProblems.ExtensionTooLong);
    }

    public static async Task<Ok<Written>> Handle(
        Guid id, Command command, Official by, EventStream<DataRequest, DataRequestEvent> requests, PersonalData personal, TimeProvider clock, CancellationToken ct)
    {
        var known = (await requests.Load(id, ct)).State;
        known.RequireCoordinating(by);
        var reason = await personal.Seal(known.Subject, command.Reason.Trim(), ct);
        return TypedResults.Ok((await requests.Append(id, request => Decide(command, reason, request, by, clock.GetUtcNow()), ct)).Written);
    }
}
