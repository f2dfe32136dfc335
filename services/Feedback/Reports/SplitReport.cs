using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Organisations;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Reports;

/// <summary>A report that concerns several units: each gets a part of its own, and the whole is answered when all parts are done.</summary>
public static class SplitReport
{
    public sealed record Command(
        [property: MinLength(1), MaxLength(5), EachUnitCode, Description("Codes of 1 to 5 other units that have something to do.")] IReadOnlyList<string> Units);

    public static ReportEvent[] Decide(Command command, Guid id, bool areKnown, Report report, Official by, DateTimeOffset now)
    {
        report.RequireUnitOf(by);
        if (!report.Allows("split")) throw report.OutOfTurn();
        if (report.Parent is not null || report.WasSplit) throw new Refused(ReportProblems.SplitBefore);
        var units = command.Units.Distinct(StringComparer.Ordinal).ToArray();
        return areKnown && units.All(unit => unit[..2] == report.Unit[..2] && unit != report.Unit)
            ? [new ReportSplit([.. units.Select(unit => new Part(NamedId.Of(id, unit), unit))], report.Unit, now)]
            : throw new Refused(ReportProblems.UnknownUnit);
    }

    public static async Task<Ok<Written>> Handle(
        Guid id, Command command, Official by, EventStream<Report, ReportEvent> reports, ReadModel<OrganisationRow> organisations, TimeProvider clock, CancellationToken ct)
    {
        var areKnown = true;
        foreach (var unit in command.Units) areKnown &= await OrganisationRow.Exists(organisations, unit, ct);
        return TypedResults.Ok((await reports.Append(id, report => Decide(command, id, areKnown, report, by, clock.GetUtcNow()), ct)).Written);
    }
}

/// <summary>Every one a code of an organisation.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class EachUnitCodeAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) => value is not IReadOnlyList<string> codes || codes.All(OrganisationCode.IsValid);

    public override string FormatErrorMessage(string name) => Language.Say("Each must be an organisation's code, such as 01.00082.UBND.", "Mỗi mã phải là mã tổ chức, ví dụ 01.00082.UBND.");
}
