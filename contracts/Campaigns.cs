namespace Ecosystem.Contracts;

/// <summary>A resident has a place at a point or a home visit by a team.</summary>
/// <param name="Resident">The citizen's subject identifier, never a name.</param>
[HeardBy("notifications-tell-resident-of-place")]
public sealed record PlaceGiven(Guid EnrollmentId, Guid CampaignId, string Campaign, string Place, string Resident);

/// <summary>A resident waits; Number counts from 1 in the order in which places will be given.</summary>
[HeardBy("notifications-tell-resident-of-waiting")]
public sealed record PlaceOnWaitingList(Guid EnrollmentId, Guid CampaignId, string Campaign, string Place, string Resident, int Number);
