using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.DataRequests;

/// <summary>The person takes a restriction back: the data may be used again.</summary>
public static class FreeProcessing
{
    public static DataSubjectEvent[] Decide(DataSubject subject, DateTimeOffset now) => subject.IsRestricted ? [new ProcessingFreed(now)] : [];

    public static async Task<NoContent> Handle(Citizen by, EventStream<DataSubject, DataSubjectEvent> subjects, TimeProvider clock, CancellationToken ct)
    {
        await subjects.Append(DataSubject.IdOf(by.Id), subject => Decide(subject, clock.GetUtcNow()), ct);
        return TypedResults.NoContent();
    }
}
