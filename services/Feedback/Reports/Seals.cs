using System.Security.Cryptography;
using Ecosystem.EventSourcing;

namespace Ecosystem.Feedback.Reports;

/// <summary>Sealing texts that may come twice, and opening texts whose person may be gone.</summary>
public static class Seals
{
    /// <summary>Seals a text; the same text as <paramref name="earlier"/> keeps that seal, so that a pure decision sees the repeat.</summary>
    public static async ValueTask<Sealed> SealAgain(this PersonalData personal, string subject, string text, Sealed? earlier, CancellationToken ct) =>
        earlier is not null && await personal.OpenOrNull(subject, earlier, ct) == text ? earlier : await personal.Seal(subject, text, ct);

    /// <summary>The text; null when there is none or its key was destroyed, also where the person has come back since and has a new key.</summary>
    public static async ValueTask<string?> OpenOrNull(this PersonalData personal, string subject, Sealed? text, CancellationToken ct)
    {
        try
        {
            return await personal.Open(subject, text, ct);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }
}
