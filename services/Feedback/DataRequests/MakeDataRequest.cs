using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Calendars;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.DataRequests;

/// <summary>A person asks to view, correct, get, delete or restrict the own data, objects, or takes a consent back.</summary>
public static class MakeDataRequest
{
    public sealed record Command(
        [property: Description("view, correct, supply, delete, restrict, object or withdrawConsent.")] DataRequestKind Kind,
        [property: RegularExpression("^[0-9]{2}$"), Description("Code of the province whose coordinating unit shall decide, two digits.")] string Province,
        [property: Text(1, 4000, Multiline = true), Description("What it is about; needed to correct something.")] string? Details = null) : IValidatableObject
    {
        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
        {
            if (Kind is DataRequestKind.Correct && Details is null)
                yield return new(Language.Say("Say what is wrong and how it should be.", "Hãy nêu thông tin sai và nội dung đúng."), [nameof(Details)]);
        }
    }

    public sealed record Receipt(
        Guid Id, long Version, long Position,
        [property: Description("Until when somebody will have answered that it is looked at, in UTC.")] DateTimeOffset AcknowledgeBy,
        [property: Description("Until when it will be done, in UTC.")] DateTimeOffset DueBy) : IPositioned;

    public static DataRequestEvent[] Decide(Command command, Sealed? details, DateTimeOffset acknowledgeBy, DataRequest request, Citizen by, DateTimeOffset now) => request.State is not DataRequestState.Absent ? []
        : [new DataRequestMade(by.Id, command.Kind, command.Province, details, acknowledgeBy, LegalTimes.DueBy(command.Kind, withOthers: false, now), now)];

    public static async Task<Created<Receipt>> Handle(
        Command command, Citizen by, EventStream<DataRequest, DataRequestEvent> requests, CalendarBook calendars, PersonalData personal, Cause cause, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var acknowledgeBy = (await calendars.InForce(command.Province, now, ct)).Hours.AddWorkingDays(now, LegalTimes.WorkingDaysToAcknowledge);
        var details = command.Details is null ? null : await personal.Seal(by.Id, command.Details.Trim(), ct);
        var done = await requests.Create(cause.NewId(), request => Decide(command, details, acknowledgeBy, request, by, now), ct);
        return TypedResults.Created($"/v1/me/data-requests/{done.Id}", new Receipt(done.Id, done.Version, done.Position, done.State.AcknowledgeBy, done.State.DueBy));
    }
}
