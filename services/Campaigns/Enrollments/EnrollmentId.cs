using Ecosystem.EventSourcing;

namespace Ecosystem.Campaigns;

/// <summary>
/// An enrollment's id follows from place and resident. So there is one a resident and place, whatever is sent twice; its
/// place is found without an index that could lag behind; and an id is of use to nobody but its owner.
/// </summary>
public static class EnrollmentId
{
    public static Guid Of(Guid place, string resident) => NamedId.Of(place, resident);

    /// <summary>The place of the campaign where the resident's enrollment of this id is.</summary>
    /// <exception cref="Refused">The campaign has no place for which this would be the resident's enrollment.</exception>
    public static Place PlaceOf(Guid enrollment, Campaign campaign, string resident) =>
        campaign.Points.Keys.Concat(campaign.Teams.Keys).Where(place => Of(place, resident) == enrollment).Select(campaign.Place).FirstOrDefault()
        ?? throw new Refused(Problem.NotFound);
}
