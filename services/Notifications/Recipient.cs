using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Notifications;

/// <summary>Whose inbox and preferences a request is about: a citizen's own, those of an official's organisation, or those of its chair.</summary>
public sealed record Recipient(string Id)
{
    /// <summary>The inbox of whoever chairs an organisation, apart from that of its office.</summary>
    public static string ChairOf(string organisation) => $"{organisation}/{Roles.Chair}";

    public static async ValueTask<Recipient?> BindAsync(HttpContext http) => Of(await Caller.BindAsync(http));

    /// <exception cref="Refused">Systems have no inbox; a citizen whose subject reads like an organisation's code must not get that organisation's.</exception>
    public static Recipient Of(Caller caller) => caller switch
    {
        Official official => new(official.Roles.Contains(Roles.Chair) ? ChairOf(official.Organisation) : official.Organisation),
        Citizen citizen when !OrganisationCode.IsValid(citizen.Id.Split('/')[0]) => new(citizen.Id),
        _ => throw new Refused(CallerProblems.WrongKind),
    };
}
