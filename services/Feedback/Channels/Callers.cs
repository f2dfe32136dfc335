using System.Text;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback.Channels;

/// <summary>Who a reporter is that has no account: named by a keyed hash, which nobody can make who has only the database.</summary>
public sealed class Callers(KeyedHash hash)
{
    public string ByPhone(string written) => hash.SubjectOf(PhoneNumber.Read(written)!);

    public string InDialogue(string system, Guid dialogue) => $"chat:{Hash("dialogues", $"{system}\n{dialogue}")}";

    /// <summary>Of one report: what one citizen told a partner must not hang together with what another did.</summary>
    public string OfPartner(string system, string reference) => $"partner:{Hash("partners", $"{system}\n{reference}")}";

    /// <summary>What was sent, to know a repeat by.</summary>
    public string Content(string sent) => Hash("content", sent);

    private string Hash(string purpose, string text) => Convert.ToHexStringLower(hash.Of(purpose, Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}
