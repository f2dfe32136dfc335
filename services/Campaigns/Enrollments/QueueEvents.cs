using Ecosystem.EventSourcing;

namespace Ecosystem.Campaigns;

/// <param name="Where">Names what the resident is told, as nothing but the event itself is at hand then.</param>
public abstract record QueueEvent(Where Where, DateTimeOffset At);

/// <summary>The place that a queue is for: its names as they stood when it was opened.</summary>
/// <param name="Organisation">Code of the campaign's organisation; null where it was not noted at that time yet.</param>
public sealed record Where(Guid Campaign, string CampaignName, string PlaceName, string? Organisation = null);

[Stored("queue_opened")] public sealed record QueueOpened(int Capacity, Where Where, DateTimeOffset At) : QueueEvent(Where, At);
[Stored("resident_enrolled")] public sealed record ResidentEnrolled(Guid Enrollment, string Resident, PriorityGroup Group, int Arrival, Where Where, DateTimeOffset At) : QueueEvent(Where, At);
[Stored("place_given")] public sealed record PlaceGiven(Guid Enrollment, string Resident, bool HadWaited, Where Where, DateTimeOffset At) : QueueEvent(Where, At);
[Stored("put_on_waiting_list")] public sealed record PutOnWaitingList(Guid Enrollment, string Resident, int Number, Where Where, DateTimeOffset At) : QueueEvent(Where, At);

/// <summary>Somebody of a priority group came; the last resident without one waits again, first of the others.</summary>
[Stored("place_withdrawn")] public sealed record PlaceWithdrawn(Guid Enrollment, string Resident, int Number, Where Where, DateTimeOffset At) : QueueEvent(Where, At);
[Stored("enrollment_cancelled")] public sealed record EnrollmentCancelled(Guid Enrollment, string Resident, bool HadPlace, Where Where, DateTimeOffset At) : QueueEvent(Where, At);
