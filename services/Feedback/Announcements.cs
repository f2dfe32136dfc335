using Ecosystem.Contracts;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Reports;

namespace Ecosystem.Feedback;

/// <summary>What other services may hear. The citizen's and the unit's words stay here.</summary>
public static class Announcements
{
    public static IEnumerable<object> Of(Recorded recorded) => recorded.Data switch
    {
        ReportSubmitted e => [new ReportReceived(recorded.StreamId, TrackingCode.Of(recorded.StreamId), e.Reporter, e.Category)],
        ReportAssigned e => [new ReportRouted(recorded.StreamId, e.Unit)],
        Reports.ReportAccepted e => [new Contracts.ReportAccepted(recorded.StreamId, e.Unit)],
        Reports.ReportAnswered e => [new Contracts.ReportAnswered(recorded.StreamId, TrackingCode.Of(recorded.StreamId), e.Reporter, e.Unit)],
        Reports.ReportRated e => [new Contracts.ReportRated(recorded.StreamId, e.Rating, e.Unit)],
        Forecasts.HotSpotFound e => [new Contracts.HotSpotFound(recorded.StreamId, e.Category, e.Commune, e.Unit, e.Day, e.Count, e.High)],
        _ => [],
    };
}
