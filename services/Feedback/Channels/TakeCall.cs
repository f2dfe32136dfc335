using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Reports;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Channels;

/// <summary>An operator writes down what a citizen says on the phone or at the counter. The reporter is whoever has the number: the same number is the same person, and is written nowhere in clear.</summary>
public static class TakeCall
{
    public sealed record Command(
        [property: Text(1, 100), Description("The hotline's or counter's own number of the call or visit, 1 to 100 characters.")] string CallReference,
        [property: PhoneNumber] string Phone,
        [property: Description("Whether the operator made sure that the number is the caller's.")] bool ContactVerified,
        [property: Description("What the citizen reports, as at `POST /v1/reports`.")] SubmitReport.Command Report,
        [property: AllowedValues("hotline", "counter"), Description("hotline or counter; hotline where none is given.")] string Source = "hotline");

    /// <exception cref="Refused">The place is not in the operator's province.</exception>
    public static Reporting Decide(Command command, string reporter, string unit, Official by, DateTimeOffset now) => unit[..2] == by.Organisation[..2]
        ? new(reporter, command.Source == "counter" ? Reports.Source.Counter : Reports.Source.Hotline, new(by.Id, now, command.CallReference, command.ContactVerified))
        : throw new Refused(ChannelProblems.OtherProvince);

    /// <summary>As the citizen would have sent it, with the number to call back.</summary>
    public static SubmitReport.Command Told(Command command) => command.Report with { Contact = (command.Report.Contact ?? new()) with { Phone = command.Report.Contact?.Phone ?? command.Phone } };

    public static async Task<Created<SubmitReport.Receipt>> Handle(Command command, Official by, Intake intake, Callers callers, Cause cause, TimeProvider clock, CancellationToken ct)
    {
        var report = Told(command);
        var reception = await intake.Receive(report, Reports.Source.Hotline, ct);
        var who = Decide(command, callers.ByPhone(command.Phone), reception.Unit, by, clock.GetUtcNow());
        var receipt = await intake.Submit(cause.NewId(), report, who, ct);
        return TypedResults.Created($"/v1/reports/{receipt.Id}", receipt);
    }
}
