using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Notifications;

/// <summary>People choose their language, and whether messages also come by mail. What is left out is taken back.</summary>
public static class SetPreferences
{
    public sealed record Command(TextLanguage Language, [property: MailAddress] string? Email = null);

    public static PreferencesEvent[] Decide(Recipient who, TextLanguage language, Sealed? email, Preferences preferences, DateTimeOffset now) =>
        preferences.AreSet && (preferences.Language, preferences.Email) == (language, email) ? [] : [new PreferencesSet(who.Id, language, email, now)];

    public static async Task<Ok<Written>> Handle(
        Command command, Recipient who, EventStream<Preferences, PreferencesEvent> all, PersonalData personal, TimeProvider clock, CancellationToken ct)
    {
        var id = Preferences.IdOf(who.Id);
        var email = await Seal(command.Email, who, (await all.Load(id, ct)).State.Email, personal, ct);
        var set = await all.Append(id, preferences => Decide(who, command.Language, email, preferences, clock.GetUtcNow()), ct);
        return TypedResults.Ok(set.Written);
    }

    /// <summary>Sealing the same address twice gives two ciphers, so what has not changed is kept as it is.</summary>
    private static async Task<Sealed?> Seal(string? email, Recipient who, Sealed? present, PersonalData personal, CancellationToken ct) =>
        email is null ? null
        : email == await personal.Open(who.Id, present, ct) ? present
        : await personal.Seal(who.Id, email, ct);
}
