using System.ComponentModel;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.DataRequests;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Reports;

/// <summary>The coordinating unit learns who made a confidential report: with a purpose that stays in the report's history for good.</summary>
public static class OpenIdentity
{
    public sealed record Command([property: Text(10, 500), Description("What it is needed for, 10 to 500 characters; without personal data, for it stays.")] string Purpose);

    public sealed record Identity(
        Guid Id, long Version, long Position,
        [property: Description("The reporter's subject identifier.")] string Reporter,
        Contact? Contact) : IPositioned;

    public static ReportEvent[] Decide(Command command, Report report, Official by, DateTimeOffset now)
    {
        report.RequireUnitOf(by);
        CoordinatingUnit.Require(by);
        return [new IdentityOpened(by.Organisation, command.Purpose.Trim(), now)];
    }

    public static async Task<Ok<Identity>> Handle(
        Guid id, Command command, Official by, EventStream<Report, ReportEvent> reports, ReadModel<DataSubject> subjects, PersonalData personal, ILogger<PersonalData> audit, TimeProvider clock, CancellationToken ct)
    {
        if (await DataSubject.MayNotBeRead(subjects, (await reports.Load(id, ct)).State.Reporter, ct)) throw new Refused(DataRequestProblems.Restricted);
        var done = await reports.Append(id, report => Decide(command, report, by, clock.GetUtcNow()), ct);
        audit.LogInformation("personal data read: {Caller} opened the identity of {Report}", by.Id, id);
        var statement = Statement.Read(await personal.Open(done.State.Reporter, done.State.Submitted!.Statement, ct));
        return TypedResults.Ok(new Identity(id, done.Version, done.Position, done.State.Reporter, statement?.Contact));
    }
}
