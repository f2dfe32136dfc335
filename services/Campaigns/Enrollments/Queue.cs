using System.Collections.Immutable;
using System.Diagnostics;

namespace Ecosystem.Campaigns;

/// <summary>Who comes first when capacity is short: any of the named groups before <see cref="None"/>; claimed by the resident, looked at on the spot.</summary>
public enum PriorityGroup { None, Elderly, PersonWithDisability, NearPoorHousehold, OtherVulnerable }

public enum EnrollmentStatus { Placed, Waiting, Cancelled }

/// <param name="Arrival">Counts from 1 at each place.</param>
public sealed record Enrollment(Guid Id, string Resident, PriorityGroup Group, int Arrival)
{
    public static readonly IComparer<Enrollment> InLine = Comparer<Enrollment>.Create((a, b) => (a.Rank, a.Arrival).CompareTo((b.Rank, b.Arrival)));

    private int Rank => Group == PriorityGroup.None ? 1 : 0;
}

/// <summary>The enrollments at one point or team; its stream has the place's id. The first so many in line have a place, the others wait.</summary>
/// <param name="Where">Null until the first resident came.</param>
/// <param name="Line">Active enrollments in the order in which places are given.</param>
/// <param name="Known">All enrollments ever, the cancelled too; by id, so at most one a resident.</param>
public sealed record Queue(Guid Id, Where? Where, int Capacity, ImmutableSortedSet<Enrollment> Line, ImmutableDictionary<Guid, Enrollment> Known, int Arrivals)
{
    public static Queue New(Guid id) => new(id, null, 0, ImmutableSortedSet.Create(Enrollment.InLine), ImmutableDictionary<Guid, Enrollment>.Empty, 0);

    public static Queue Evolve(Queue queue, QueueEvent happened) => happened switch
    {
        QueueOpened e => queue with { Where = e.Where, Capacity = e.Capacity },
        ResidentEnrolled e => queue.With(new(e.Enrollment, e.Resident, e.Group, e.Arrival)),
        EnrollmentCancelled e => queue with { Line = queue.Line.Remove(queue.Known[e.Enrollment]) },
        PlaceGiven or PutOnWaitingList or PlaceWithdrawn => queue,    // the order of the line says so already
        _ => throw new UnreachableException($"{happened.GetType().Name} has no meaning yet."),
    };

    /// <summary>Null when nobody ever enrolled under this id.</summary>
    public Standing? Standing(Guid enrollment) => Known.TryGetValue(enrollment, out var known) ? Standing(Line.IndexOf(known)) : null;

    private Standing Standing(int index) =>
        index < 0 ? new(EnrollmentStatus.Cancelled, null)
        : index < Capacity ? new(EnrollmentStatus.Placed, null)
        : new(EnrollmentStatus.Waiting, index - Capacity + 1);

    private Queue With(Enrollment enrolled) =>
        this with { Line = Line.Add(enrolled), Known = Known.SetItem(enrolled.Id, enrolled), Arrivals = enrolled.Arrival };
}

/// <param name="WaitingNumber">Place in the order in which places will be given, from 1; null when not waiting.</param>
public sealed record Standing(EnrollmentStatus Status, int? WaitingNumber);
