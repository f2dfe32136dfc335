using System.ComponentModel;
using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.DataRequests;

/// <summary>The coordinating unit answers that it has the request, and whether others have the data, too.</summary>
public static class AcknowledgeDataRequest
{
    public sealed record Command([property: Description("Whether a processor or a third party has the data, too: the law gives more time then.")] bool WithOthers = false);

    public static DataRequestEvent[] Decide(Command command, DataRequest request, Official by, DateTimeOffset now)
    {
        request.RequireCoordinating(by);
        return request.State is DataRequestState.Made ? [new DataRequestAcknowledged(command.WithOthers, LegalTimes.DueBy(request.Kind, command.WithOthers, request.MadeAt), now)]
            : request.State is DataRequestState.Acknowledged ? []
            : throw new Refused(DataRequestProblems.Decided);
    }

    public static async Task<Ok<Written>> Handle(Guid id, Command command, Official by, EventStream<DataRequest, DataRequestEvent> requests, TimeProvider clock, CancellationToken ct) =>
        TypedResults.Ok((await requests.Append(id, request => Decide(command, request, by, clock.GetUtcNow()), ct)).Written);

    /// <exception cref="Refused">There is no such request, or another province's unit decides it.</exception>
    internal static void RequireCoordinating(this DataRequest request, Official by)
    {
        CoordinatingUnit.Require(by);
        if (request.State is DataRequestState.Absent || request.Province != by.Organisation[..2]) throw new Refused(Problem.NotFound);
    }
}
