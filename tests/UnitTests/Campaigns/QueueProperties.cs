using Ecosystem.Campaigns;
using FsCheck;
using FsCheck.Fluent;
using static Ecosystem.UnitTests.Campaigns.CuaNam;

namespace Ecosystem.UnitTests.Campaigns;

/// <summary>What holds after any sequence of enrollments and cancellations at a place of any small capacity.</summary>
public sealed class QueueProperties
{
    private sealed record Wish(int Resident, PriorityGroup Group, bool Cancels);

    private sealed record Day(int Capacity, Wish[] Wishes);

    private static readonly Gen<Wish> Wishes =
        from resident in Gen.Choose(1, 25)
        from priority in Gen.Frequency((2, Gen.Constant(PriorityGroup.None)), (1, Gen.Elements(Enum.GetValues<PriorityGroup>())))
        from cancels in Gen.Frequency((3, Gen.Constant(false)), (1, Gen.Constant(true)))
        select new Wish(resident, priority, cancels);

    private static readonly Arbitrary<Day> Days = Arb.From(
        from capacity in Gen.Choose(1, 8)
        from wishes in Gen.ArrayOf(Wishes)
        select new Day(capacity, wishes));

    [Fact]
    public void No_more_have_a_place_than_there_are_and_none_is_left_free() => After(played =>
        Assert.Equal(Math.Min(played.Queue.Capacity, played.Active.Count), played.Active.Count(one => one.Standing.Status == EnrollmentStatus.Placed)));

    [Fact]
    public void Nobody_without_priority_has_a_place_while_somebody_with_it_waits() => After(played =>
        Assert.False(played.Active.Any(one => Has(one, EnrollmentStatus.Placed) && !IsFirst(one)) && played.Active.Any(one => Has(one, EnrollmentStatus.Waiting) && IsFirst(one))));

    [Fact]
    public void Waiting_numbers_count_from_1_priority_first_then_in_order_of_arrival() => After(played =>
    {
        var waiting = played.Active.Where(one => Has(one, EnrollmentStatus.Waiting)).OrderBy(one => one.Standing.WaitingNumber).ToList();

        Assert.Equal(Enumerable.Range(1, waiting.Count), waiting.Select(one => one.Standing.WaitingNumber!.Value));
        Assert.Equal(waiting.OrderByDescending(IsFirst).ThenBy(one => one.Enrollment.Arrival), waiting);
    });

    [Fact]
    public void Everybody_was_told_what_is_so_and_the_figures_agree() => After(played =>
    {
        Assert.All(played.Queue.Known.Keys, id => Assert.Equal(played.Queue.Standing(id)!.Status, played.Told[id]));
        Assert.Equal(played.Active.Count(one => Has(one, EnrollmentStatus.Placed)), played.Progress.Placed);
        Assert.Equal(played.Active.Count(one => Has(one, EnrollmentStatus.Waiting)), played.Progress.Waiting);
    });

    [Fact]
    public void The_number_told_is_the_number_at_that_moment() => After(_ => { });   // Played.Do asserts it after every step

    private static void After(Action<Played> holds) => Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(Days, day => holds(Played.Of(day))));

    private static bool Has((Enrollment, Standing Standing) one, EnrollmentStatus status) => one.Standing.Status == status;

    private static bool IsFirst((Enrollment Enrollment, Standing) one) => one.Enrollment.Group != PriorityGroup.None;

    private sealed class Played(Campaign campaign)
    {
        public Queue Queue { get; private set; } = Queue.New(PointId);

        public ProgressRow Progress { get; private set; } = ProgressRow.Empty;

        public Dictionary<Guid, EnrollmentStatus> Told { get; } = [];

        public IReadOnlyList<(Enrollment Enrollment, Standing Standing)> Active => [.. Queue.Line.Select(one => (one, Queue.Standing(one.Id)!))];

        public static Played Of(Day day)
        {
            var played = new Played(CampaignWithPoint(day.Capacity));
            foreach (var wish in day.Wishes) played.Do(wish);
            return played;
        }

        private void Do(Wish wish)
        {
            var events = Decide(wish, $"resident-{wish.Resident}");
            Queue = events.Aggregate(Queue, Queue.Evolve);
            Progress = events.Aggregate(Progress, (row, happened) => ProgressRow.On(Stored.As(happened, PointId)).Aggregate(row, (before, change) => change.To(before)!));
            foreach (var happened in events) Tell(happened);
        }

        private QueueEvent[] Decide(Wish wish, string resident)
        {
            if (!wish.Cancels) return Enroll.Decide(new(PointId, wish.Group), campaign, Queue, new(resident, 1), FirstMorning);
            var enrollment = EnrollmentId.Of(PointId, resident);
            return Queue.Known.ContainsKey(enrollment) ? CancelEnrollment.Decide(enrollment, campaign, Queue, FirstMorning) : [];
        }

        private void Tell(QueueEvent happened)
        {
            switch (happened)
            {
                case PlaceGiven e: Told[e.Enrollment] = EnrollmentStatus.Placed; break;
                case PutOnWaitingList e: TellNumber(e.Enrollment, e.Number); break;
                case PlaceWithdrawn e: TellNumber(e.Enrollment, e.Number); break;
                case EnrollmentCancelled e: Told[e.Enrollment] = EnrollmentStatus.Cancelled; break;
            }
        }

        private void TellNumber(Guid enrollment, int number)
        {
            Assert.Equal(Queue.Standing(enrollment)!.WaitingNumber, number);
            Told[enrollment] = EnrollmentStatus.Waiting;
        }
    }
}
