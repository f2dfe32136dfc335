using Ecosystem.EventSourcing;

namespace Ecosystem.Feedback.Reports;

/// <summary>Sealing texts under the reporter's key.</summary>
public static class Seals
{
    /// <summary>Seals a text; the same text as <paramref name="earlier"/> keeps that seal, so that a pure decision sees the repeat.</summary>
    public static async ValueTask<Sealed> SealAgain(this PersonalData personal, string subject, string text, Sealed? earlier, CancellationToken ct) =>
        earlier is not null && await personal.Open(subject, earlier, ct) == text ? earlier : await personal.Seal(subject, text, ct);

    /// <summary>Seals words about a report, which are about its reporter's affairs.</summary>
    /// <exception cref="Refused">There is no such report: no key is made for nobody.</exception>
    public static ValueTask<Sealed> SealFor(this PersonalData personal, Loaded<Report> report, string text, CancellationToken ct) =>
        report.State.Status is ReportStatus.Absent ? throw new Refused(Problem.NotFound) : personal.Seal(report.State.Reporter, text.Trim(), ct);
}
