using Ecosystem.Contracts;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Following;
using Ecosystem.Feedback.Deadlines;
using Ecosystem.Feedback.Forwarding;
using Ecosystem.Feedback.Reports;

namespace Ecosystem.Feedback;

/// <summary>What other services may hear. The citizen's and the unit's words stay here.</summary>
public static class Announcements
{
    public static IEnumerable<object> Of(Recorded recorded) => recorded.Data switch
    {
        ReportEvent happened => Of(recorded.StreamId, TrackingCode.Of(recorded.StreamId), happened),
        FollowerTold e => [new FollowedReportChanged(e.Report, TrackingCode.Of(e.Report), e.Follower, $"{e.What}")],
        Watching.WatcherTold e => [new ReportNearWatchedPlace(e.Report, TrackingCode.Of(e.Report), e.Citizen, e.Number)],
        Forecasts.HotSpotFound e => [new Contracts.HotSpotFound(recorded.StreamId, e.Category, e.Commune, e.Unit, e.Day, e.Count, e.High)],
        FailuresSummed e => [new ForwardingFailuresSummed(e.Unit, e.Day, e.Targets.Values.Sum(), string.Join(", ", e.Targets.OrderBy(target => target.Key, StringComparer.Ordinal).Select(target => $"{target.Key} ({target.Value})")))],
        _ => [],
    };

    private static IEnumerable<object> Of(Guid id, string code, ReportEvent happened) => happened switch
    {
        ReportSubmitted { Parent: null } e => [new ReportReceived(id, code, e.Reporter, e.Category)],
        ReportAssigned e => [new ReportRouted(id, e.Unit, code)],
        Reports.ReportAccepted e => [new Contracts.ReportAccepted(id, e.Unit)],
        ReportWaiting { For: WaitingFor.Citizen } e => [new InformationAsked(id, code, e.Reporter, e.Until)],
        InterimAnswerGiven e => [new ReportDelayed(id, code, e.Reporter, e.Promised, e.Unit)],
        Reports.ReportAnswered e => [new Contracts.ReportAnswered(id, e.Original is { } original ? TrackingCode.Of(original) : code, e.Reporter, e.Unit)],
        Reports.ReportRejected e => [new Contracts.ReportRejected(id, code, e.Reporter, $"{e.Reason}", e.Unit)],
        Reports.ReportRated e => [new Contracts.ReportRated(id, e.Rating, e.Unit)],
        _ => OfCourse(id, code, happened),
    };

    /// <summary>Where a report goes, beside its usual way.</summary>
    private static IEnumerable<object> OfCourse(Guid id, string code, ReportEvent happened) => happened switch
    {
        ReportTransferred e => [new ReportRouted(id, e.To, code)],
        ReportReturned e => [new ReportRouted(id, e.To, code)],
        Reports.ReportReopened e => [new Contracts.ReportReopened(id, code, e.Reporter, e.To, $"{e.By}"), new ReportRouted(id, e.To, code)],
        Reports.ReportClosed e => [new Contracts.ReportClosed(id, e.Unit)],
        Reports.ReportMerged e => [new Contracts.ReportMerged(id, e.Original, code, TrackingCode.Of(e.Original), e.Reporter, e.Unit)],
        Reports.ReportUnmerged e => [new Contracts.ReportUnmerged(id, e.Original, e.Unit)],
        DeadlineNeared e => [new DeadlineApproaching(id, code, e.Unit, $"{e.Clock}", e.Due)],
        Deadlines.ReportEscalated e => [new Contracts.ReportEscalated(id, code, e.From is "" ? null : e.From, e.To, e.Level, $"{e.Clock}", e.Due)],
        Moderation.ReportShown => [new ReportMadePublic(id)],
        Reports.ReportSplit e => [new Contracts.ReportSplit(id, [.. e.Parts.Select(part => part.Unit)])],
        _ => [],
    };
}
