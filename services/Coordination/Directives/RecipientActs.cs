using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Coordination;

/// <summary>The rules that all acts of a recipient share: who may act, and what is allowed in which state.</summary>
public static class RecipientActs
{
    /// <exception cref="Refused">The organisation is no recipient, or the official does not act for it.</exception>
    public static RecipientProgress Of(this Directive directive, string organisation, Official by)
    {
        if (!directive.Recipients.TryGetValue(organisation, out var progress)) throw new Refused(Problem.NotFound);
        return by.ActsFor(organisation) ? progress : throw new Refused(CoordinationProblems.NotTheRecipient);
    }

    /// <summary>The refusal of an act that the state does not allow, with those that it does.</summary>
    public static Refused NotNow(this RecipientProgress progress) => new(CoordinationProblems.NotInThisState) { Allowed = Allowed(progress.State) };

    private static string[] Allowed(RecipientState state) => state switch
    {
        RecipientState.Sent => ["acknowledgement", "acceptance", "refusal"],
        RecipientState.Acknowledged => ["acceptance", "refusal"],
        RecipientState.Accepted or RecipientState.InProgress => ["progress", "completion"],
        _ => [],
    };
}
