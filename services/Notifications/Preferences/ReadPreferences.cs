using System.Text.Json.Serialization;
using Ecosystem.EventSourcing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Notifications;

/// <summary>Shows people what they chose; who has not chosen yet sees what holds until then.</summary>
public static class ReadPreferences
{
    public sealed record Answer(TextLanguage Language, string? Email, [property: JsonIgnore] long Version, [property: JsonIgnore] long Position) : IPositioned;

    public static async Task<Ok<Answer>> Handle(Recipient who, EventStream<Preferences, PreferencesEvent> all, PersonalData personal, CancellationToken ct)
    {
        var preferences = await all.Load(Preferences.IdOf(who.Id), ct);
        var email = await personal.Open(who.Id, preferences.State.Email, ct);
        return TypedResults.Ok(new Answer(preferences.State.Language, email, preferences.Version, preferences.Position));
    }
}
