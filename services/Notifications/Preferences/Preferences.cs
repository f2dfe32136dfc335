using System.Diagnostics;
using Ecosystem.EventSourcing;

namespace Ecosystem.Notifications;

public abstract record PreferencesEvent;

/// <param name="Email">Where mail goes, readable only with the recipient's key; null: no mail.</param>
[Stored("preferences_set")]
public sealed record PreferencesSet(string Recipient, TextLanguage Language, Sealed? Email, DateTimeOffset At) : PreferencesEvent;

/// <param name="Phone">In E.164, readable only with the caller's key.</param>
[Stored("caller_phone_given")]
public sealed record CallerPhoneGiven(string Recipient, Sealed Phone, TextLanguage Language, DateTimeOffset At) : PreferencesEvent;

[Stored("caller_phone_removed")]
public sealed record CallerPhoneRemoved(string Recipient, DateTimeOffset At) : PreferencesEvent;

/// <summary>How one recipient wants to be told.</summary>
/// <param name="MailSince">From when on there has been an address, whichever; null: there is none.</param>
public sealed record Preferences(bool AreSet, TextLanguage Language, Sealed? Email, DateTimeOffset? MailSince)
{
    /// <summary>Where SMS go; null: nowhere.</summary>
    public Sealed? Phone { get; init; }

    /// <summary>From when on there has been a number; null: there is none.</summary>
    public DateTimeOffset? PhoneSince { get; init; }

    public static readonly Preferences Default = new(AreSet: false, TextLanguage.Vi, Email: null, MailSince: null);

    public static Guid IdOf(string recipient) => NamedId.Of($"preferences:{recipient}");

    public static Preferences Evolve(Preferences preferences, PreferencesEvent happened) => happened switch
    {
        PreferencesSet e => preferences with { AreSet = true, Language = e.Language, Email = e.Email, MailSince = e.Email is null ? null : preferences.MailSince ?? e.At },
        CallerPhoneGiven e => preferences with { Language = e.Language, Phone = e.Phone, PhoneSince = preferences.PhoneSince ?? e.At },
        CallerPhoneRemoved => preferences with { Phone = null, PhoneSince = null },
        _ => throw new UnreachableException($"{happened.GetType().Name} has no meaning yet."),
    };
}
