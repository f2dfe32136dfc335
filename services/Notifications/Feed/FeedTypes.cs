using System.Globalization;
using Ecosystem.Contracts;

namespace Ecosystem.Notifications.Feed;

/// <summary>All that partners may hear. A new contract is one line here and its name at <see cref="PublishToFeed"/>; a person's id never goes along.</summary>
public static class FeedTypes
{
    public static IReadOnlyList<FeedType> All { get; } =
    [
        FeedType.Of<ReportReceived>("report.submitted", "A citizen's report was stored; report.routed follows with its unit.", e => $"reports/{e.ReportId}", _ => null, ("reportId", e => e.ReportId), ("category", e => e.Category)),
        FeedType.Of<ReportRouted>("report.routed", "A report has a unit in charge.", e => $"reports/{e.ReportId}", e => e.Unit, ("reportId", e => e.ReportId)),
        FeedType.Of<ReportAccepted>("report.accepted", "The unit in charge has taken a report on.", e => $"reports/{e.ReportId}", e => e.Unit, ("reportId", e => e.ReportId)),
        FeedType.Of<ReportAnswered>("report.answered", "The unit in charge has answered a report.", e => $"reports/{e.ReportId}", e => e.Unit, ("reportId", e => e.ReportId)),
        FeedType.Of<ReportRated>("report.rated", "The reporter has rated the answer from 1 to 5.", e => $"reports/{e.ReportId}", e => e.Unit, ("reportId", e => e.ReportId), ("rating", e => e.Rating)),
        FeedType.Of<ReportDelayed>("report.delayed", "The unit in charge has promised another date.", e => $"reports/{e.ReportId}", e => e.Unit, ("reportId", e => e.ReportId), ("promised", e => e.Promised)),
        FeedType.Of<ReportRejected>("report.rejected", "The unit in charge has refused a report, for a reason from a list.", e => $"reports/{e.ReportId}", e => e.Unit, ("reportId", e => e.ReportId), ("reason", e => e.Reason)),
        FeedType.Of<ReportReopened>("report.reopened", "A report is open again, at the level above.", e => $"reports/{e.ReportId}", e => e.Unit, ("reportId", e => e.ReportId), ("by", e => e.By)),
        FeedType.Of<ReportClosed>("report.closed", "Nothing more will be done about a report.", e => $"reports/{e.ReportId}", e => e.Unit, ("reportId", e => e.ReportId)),
        FeedType.Of<ReportMerged>("report.merged", "A report goes on under another's number.", e => $"reports/{e.ReportId}", e => e.Unit, ("reportId", e => e.ReportId), ("original", e => e.Original)),
        FeedType.Of<ReportUnmerged>("report.separated", "A report was no duplicate after all.", e => $"reports/{e.ReportId}", e => e.Unit, ("reportId", e => e.ReportId), ("original", e => e.Original)),
        FeedType.Of<HotSpotFound>("report.surged", "A day has brought more reports of a kind than was to be expected.", e => $"analytics/hot-spots/{e.HotSpotId}", e => e.Unit, ("hotSpotId", e => e.HotSpotId), ("category", e => e.Category), ("commune", e => e.Commune ?? ""), ("day", e => e.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("count", e => e.Count), ("high", e => e.High)),
        FeedType.Of<DeadlineApproaching>("report.nearing", "More than four fifths of the working time of a report's deadline are used up.", e => $"reports/{e.ReportId}", e => e.Unit, ("reportId", e => e.ReportId), ("clock", e => e.Clock), ("due", e => e.Due)),
        FeedType.Of<ReportEscalated>("report.escalated", "A report's deadline was missed, and the level above hears of it.", e => $"reports/{e.ReportId}", e => e.Unit, ("reportId", e => e.ReportId), ("level", e => e.Level), ("to", e => e.To), ("clock", e => e.Clock), ("due", e => e.Due)),
        FeedType.Of<DirectiveSent>("directive.issued", "A directive was sent to a recipient, whose unit the event names.", e => $"directives/{e.DirectiveId}", e => e.Recipient, ("directiveId", e => e.DirectiveId), ("issuer", e => e.Issuer)),
        FeedType.Of<DirectiveCompleted>("directive.completed", "A recipient has done what a directive asks.", e => $"directives/{e.DirectiveId}", e => e.Recipient, ("directiveId", e => e.DirectiveId)),
        FeedType.Of<CampaignLaunched>("campaign.launched", "Residents can enroll in a campaign.", e => $"campaigns/{e.CampaignId}", e => e.Organisation, ("campaignId", e => e.CampaignId)),
        FeedType.Of<PlaceGiven>("enrollment.placed", "An enrollment has a place.", e => $"campaigns/{e.CampaignId}/enrollments/{e.EnrollmentId}", e => e.Organisation, ("campaignId", e => e.CampaignId), ("enrollmentId", e => e.EnrollmentId)),
        FeedType.Of<PlaceOnWaitingList>("enrollment.waiting", "An enrollment is on the waiting list.", e => $"campaigns/{e.CampaignId}/enrollments/{e.EnrollmentId}", e => e.Organisation, ("campaignId", e => e.CampaignId), ("enrollmentId", e => e.EnrollmentId)),
    ];

    private static readonly Dictionary<Type, FeedType> ByContract = All.ToDictionary(type => type.Contract);

    public static FeedType Of(Type contract) => ByContract[contract];
}
