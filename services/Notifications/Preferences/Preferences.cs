using System.Diagnostics;
using Ecosystem.EventSourcing;

namespace Ecosystem.Notifications;

public abstract record PreferencesEvent;

/// <param name="Email">Where mail goes, readable only with the recipient's key; null: no mail.</param>
[Stored("preferences_set")]
public sealed record PreferencesSet(string Recipient, TextLanguage Language, Sealed? Email, DateTimeOffset At) : PreferencesEvent;

/// <summary>How one recipient wants to be told.</summary>
/// <param name="MailSince">From when on there has been an address, whichever; null: there is none.</param>
public sealed record Preferences(bool AreSet, TextLanguage Language, Sealed? Email, DateTimeOffset? MailSince)
{
    public static readonly Preferences Default = new(AreSet: false, TextLanguage.Vi, Email: null, MailSince: null);

    public static Guid IdOf(string recipient) => NamedId.Of($"preferences:{recipient}");

    public static Preferences Evolve(Preferences preferences, PreferencesEvent happened) => happened switch
    {
        PreferencesSet e => new(AreSet: true, e.Language, e.Email, e.Email is null ? null : preferences.MailSince ?? e.At),
        _ => throw new UnreachableException($"{happened.GetType().Name} has no meaning yet."),
    };
}
