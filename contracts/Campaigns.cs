namespace Ecosystem.Contracts;

/// <summary>A resident has a place at a point or a home visit by a team.</summary>
/// <param name="Resident">The citizen's subject identifier, never a name.</param>
/// <param name="Organisation">Code of the campaign's organisation.</param>
[HeardBy("notifications-tell-resident-of-place", "notifications-publish-to-feed")]
public sealed record PlaceGiven(Guid EnrollmentId, Guid CampaignId, string Campaign, string Place, string Resident, string? Organisation = null);

/// <summary>A resident waits; Number counts from 1 in the order in which places will be given.</summary>
[HeardBy("notifications-tell-resident-of-waiting", "notifications-publish-to-feed")]
public sealed record PlaceOnWaitingList(Guid EnrollmentId, Guid CampaignId, string Campaign, string Place, string Resident, int Number, string? Organisation = null);

/// <summary>Residents can enroll in a campaign from now on.</summary>
/// <param name="Organisation">Code of the campaign's organisation.</param>
[HeardBy("notifications-publish-to-feed")]
public sealed record CampaignLaunched(Guid CampaignId, string? Organisation = null);
