using Ecosystem.ServiceDefaults;

namespace Ecosystem.Campaigns;

/// <summary>
/// Whom a campaign concerns: its organisation, those above and below it, and the people of its teams, who may come from
/// elsewhere (Youth Union, police). A system sees what its scope allows.
/// </summary>
public static class Concern
{
    public static bool Of(Caller caller, string organisation, IEnumerable<Team> teams) => caller switch
    {
        Official official => Of(official, organisation) || teams.Any(team => team.Has(official.Id)),
        SystemClient => true,
        _ => false,
    };

    public static bool Of(Official official, string organisation) =>
        official.ActsFor(organisation) || OrganisationCode.Covers(organisation, official.Organisation);
}
