using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Reports;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Channels;

/// <summary>Another system hands a report on under its own number; sent again under that number, it is the same report.</summary>
public static class TakePartnerReport
{
    public sealed record Command(
        [property: RegularExpression(@"\A[A-Za-z0-9._:-]{1,100}\z"), Description("The partner's own number of the report: 1 to 100 letters, digits, dots, colons, dashes and underscores.")] string ExternalReference,
        [property: Description("What is reported, as at `POST /v1/reports`.")] SubmitReport.Command Report);

    public static Guid IdOf(string system, string reference) => NamedId.Of($"partner report:{system}\n{reference}");

    /// <exception cref="Refused">Under the same number the partner sent something else before.</exception>
    public static void Check(string content, ReportRow? known)
    {
        if (known?.Intake is { } intake && intake.Content != content) throw new Refused(ChannelProblems.ReferenceReused);
    }

    public static async Task<Created<SubmitReport.Receipt>> Handle(Command command, SystemClient by, Intake intake, Callers callers, ReadModel<ReportRow> reports, TimeProvider clock, CancellationToken ct)
    {
        var id = IdOf(by.Id, command.ExternalReference);
        var content = callers.Content(JsonSerializer.Serialize(command.Report));
        Check(content, (await reports.Find(id, ct))?.Data);
        var who = new Reporting(callers.OfPartner(by.Id, command.ExternalReference), Source.Partner, new(by.Id, clock.GetUtcNow(), ExternalReference: command.ExternalReference, Content: content));
        var receipt = await intake.SubmitOnce(id, command.Report, who, ct);
        Check(content, (await reports.Find(id, ct))?.Data);    // two at once under one number
        return TypedResults.Created($"/v1/partner-reports/{command.ExternalReference}", receipt);
    }
}
