using Ecosystem.EventSourcing;

namespace Ecosystem.Campaigns;

/// <summary>One enrollment as the organisation's desk lists it.</summary>
public sealed record EnrollmentRow(Guid Campaign, Guid Place, string Resident, PriorityGroup Group, int Arrival, EnrollmentStatus Status, DateTimeOffset EnrolledAt)
{
    public static IEnumerable<Change<EnrollmentRow>> On(Recorded recorded) => recorded.Data switch
    {
        ResidentEnrolled e => [new(e.Enrollment, _ => new(e.Where.Campaign, recorded.StreamId, e.Resident, e.Group, e.Arrival, EnrollmentStatus.Waiting, e.At))],
        PlaceGiven e => [To(e.Enrollment, EnrollmentStatus.Placed)],
        PutOnWaitingList e => [To(e.Enrollment, EnrollmentStatus.Waiting)],
        PlaceWithdrawn e => [To(e.Enrollment, EnrollmentStatus.Waiting)],
        EnrollmentCancelled e => [To(e.Enrollment, EnrollmentStatus.Cancelled)],
        _ => [],
    };

    private static Change<EnrollmentRow> To(Guid enrollment, EnrollmentStatus status) => new(enrollment, row => row! with { Status = status });
}
