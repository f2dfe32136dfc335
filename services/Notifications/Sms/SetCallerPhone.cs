using System.ComponentModel;
using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Notifications;

/// <summary>
/// The operator writes down for a caller without an account what people with one set themselves: that messages shall come by SMS, and in which language.
/// Feedback calls the reporter by the same keyed hash of the number, so no message has to carry it from there to here.
/// </summary>
public static class SetCallerPhone
{
    public sealed record Command(
        [property: PhoneNumber, Description("The caller's telephone number, as at `POST /v1/intake/reports`.")] string Phone,
        [property: Description("Whether the caller wants messages by SMS; false takes the number back and destroys its key.")] bool Sms,
        [property: Description("vi or en; vi where none is given.")] TextLanguage Language = TextLanguage.Vi);

    /// <param name="phone">Null: no SMS any more.</param>
    public static PreferencesEvent[] Decide(string caller, Sealed? phone, TextLanguage language, Preferences preferences, DateTimeOffset now) => (phone, preferences.Phone) switch
    {
        (null, null) => [],
        (null, _) => [new CallerPhoneRemoved(caller, now)],
        _ when preferences.Phone == phone && preferences.Language == language => [],
        _ => [new CallerPhoneGiven(caller, phone, language, now)],
    };

    public static async Task<Ok<Written>> Handle(
        Command command, Official by, KeyedHash hash, EventStream<Preferences, PreferencesEvent> all, PersonalData personal, TimeProvider clock, CancellationToken ct)
    {
        var number = PhoneNumber.Read(command.Phone)!;
        var caller = hash.SubjectOf(number);
        var phone = command.Sms ? await Seal(caller, number, all, personal, ct) : null;
        var done = await all.Append(Preferences.IdOf(caller), preferences => Decide(caller, phone, command.Language, preferences, clock.GetUtcNow()), ct);
        if (!command.Sms) await personal.Erase(caller, ct);
        return TypedResults.Ok(done.Written);
    }

    /// <summary>Sealing the same number twice gives two ciphers, so what has not changed is kept as it is.</summary>
    private static async Task<Sealed> Seal(string caller, string number, EventStream<Preferences, PreferencesEvent> all, PersonalData personal, CancellationToken ct)
    {
        var present = (await all.Load(Preferences.IdOf(caller), ct)).State.Phone;
        return await personal.Open(caller, present, ct) == number ? present! : await personal.Seal(caller, number, ct);
    }
}
