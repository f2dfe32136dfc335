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

/// <summary>A household that a team visited wants something put right. Codes only: who it is and what was said stays in Campaigns.</summary>
/// <param name="Organisation">Code of the campaign's organisation, at commune level.</param>
/// <param name="Category">As the team chose it; Feedback decides what it means by then.</param>
/// <param name="IsUrgent">Danger to people; else it is as pressing as its category.</param>
[HeardBy("feedback-take-visit")]
public sealed record HouseholdConcernRaised(Guid VisitId, Guid CampaignId, string Organisation, string Category, bool IsUrgent, DateTimeOffset VisitedAt);
