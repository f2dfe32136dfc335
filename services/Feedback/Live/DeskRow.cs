using System.ComponentModel;
using System.Text.Json;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Analytics;
using Ecosystem.Feedback.Reports;

namespace Ecosystem.Feedback.Live;

/// <summary>A report as it stands after a change; nothing of a person, so that it may be on a wall.</summary>
/// <param name="Id">The report.</param>
public sealed record DeskRow(
    Guid Id, string Code, ReportStatus Status, string Category, string Commune, string Unit,
    [property: Description("Unit that had it before; null as long as nobody handed it on.")] string? FormerUnit,
    [property: Description("How urgent it is.")] Severity Severity, [property: Description("How it came in.")] Source Source, DateTimeOffset SubmittedAt,
    [property: Description("Whether it is open.")] bool IsOpen, [property: Description("How often it was opened again.")] int Reopened)
{
    private static readonly JsonSerializerOptions Options = ServiceDefaults.Json.Configure(new(JsonSerializerDefaults.Web));

    public static DeskRow Of(Row<ReportFact> row)
    {
        var fact = row.Data;
        return new(
            row.Id, fact.Code, fact.Status, fact.Category, fact.Commune, fact.Unit, fact.FormerUnit, fact.Severity,
            fact.Source, fact.SubmittedAt, fact.SettledDay is null, fact.Reopened);
    }

    public string Write() => JsonSerializer.Serialize(this, Options);
}
