using Ecosystem.EventSourcing;

namespace Ecosystem.Feedback.Reports;

/// <summary>Sealing texts that may come twice.</summary>
public static class Seals
{
    /// <summary>Seals a text; the same text as <paramref name="earlier"/> keeps that seal, so that a pure decision sees the repeat.</summary>
    public static async ValueTask<Sealed> SealAgain(this PersonalData personal, string subject, string text, Sealed? earlier, CancellationToken ct) =>
        earlier is not null && await personal.Open(subject, earlier, ct) == text ? earlier : await personal.Seal(subject, text, ct);
}
