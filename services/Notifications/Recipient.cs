using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Notifications;

/// <summary>Whose inbox and preferences a request is about: a citizen's own, or those of an official's organisation.</summary>
public sealed record Recipient(string Id)
{
    public static async ValueTask<Recipient?> BindAsync(HttpContext http) => Of(await Caller.BindAsync(http));

    /// <exception cref="Refused">Systems have no inbox; a citizen whose subject reads like an organisation's code must not get that organisation's.</exception>
    public static Recipient Of(Caller caller) => caller switch
    {
        Official official => new(official.Organisation),
        Citizen citizen when !OrganisationCode.IsValid(citizen.Id) => new(citizen.Id),
        _ => throw new Refused(CallerProblems.WrongKind),
    };
}
