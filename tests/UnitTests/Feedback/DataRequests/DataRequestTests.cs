using Ecosystem.EventSourcing;
using Ecosystem.Feedback;
using Ecosystem.Feedback.DataRequests;
using static Ecosystem.UnitTests.Feedback.Given;

namespace Ecosystem.UnitTests.Feedback;

public class DataRequestTests
{
    private static readonly Guid Id = Guid.NewGuid();

    [Theory]
    [InlineData(DataRequestKind.View, 10, 15)]
    [InlineData(DataRequestKind.Correct, 10, 15)]
    [InlineData(DataRequestKind.Supply, 10, 15)]
    [InlineData(DataRequestKind.Delete, 20, 30)]
    [InlineData(DataRequestKind.Restrict, 15, 20)]
    [InlineData(DataRequestKind.Object, 15, 20)]
    [InlineData(DataRequestKind.WithdrawConsent, 15, 20)]
    public void Each_right_has_the_days_of_the_decree(DataRequestKind kind, int days, int withOthers)
    {
        Assert.Equal((days, withOthers), (LegalTimes.Days(kind, withOthers: false), LegalTimes.Days(kind, withOthers: true)));
        Assert.Equal(days, LegalTimes.MostExtraDays(kind));
    }

    [Fact]
    public void A_request_has_its_times_from_the_first_moment()
    {
        var made = Assert.IsType<DataRequestMade>(Assert.Single(MakeDataRequest.Decide(new(DataRequestKind.Delete, "01"), null, Now.AddDays(2), DataRequest.None, Reporter, Now)));

        Assert.Equal((Reporter.Id, Now.AddDays(2), Time("2026-12-12T17:00:00Z")), (made.Subject, made.AcknowledgeBy, made.DueBy));
    }

    [Fact]
    public void Who_shares_data_with_others_has_more_time_once_that_is_said()
    {
        var acknowledged = After(DataRequestKind.Delete, AcknowledgeDataRequest.Decide(new(WithOthers: true), After(DataRequestKind.Delete), Above, Now));

        Assert.Equal(Time("2026-12-22T17:00:00Z"), acknowledged.DueBy);
        Assert.Empty(AcknowledgeDataRequest.Decide(new(), acknowledged, Above, Now));
    }

    [Fact]
    public void It_is_extended_once_and_not_longer_than_the_law_allows()
    {
        var extended = After(DataRequestKind.View, ExtendDataRequest.Decide(new(10, "Cần xác minh."), Words, After(DataRequestKind.View), Above, Now));

        Assert.Equal(Time("2026-12-12T17:00:00Z"), extended.DueBy);
        Assert.Equal(DataRequestProblems.ExtendedBefore, ProblemOf(() => ExtendDataRequest.Decide(new(1, "Cần xác minh."), Words, extended, Above, Now)));
        Assert.Equal(DataRequestProblems.ExtensionTooLong, ProblemOf(() => ExtendDataRequest.Decide(new(11, "Cần xác minh."), Words, After(DataRequestKind.View), Above, Now)));
    }

    [Fact]
    public void A_refusal_needs_a_reason_of_the_law_and_a_grant_has_none()
    {
        var request = After(DataRequestKind.Delete);

        Assert.Equal(DataRequestProblems.ReasonNeeded, ProblemOf(() => DecideDataRequest.Decide(new(Granted: false), null, request, Above, Now)));
        Assert.Equal(DataRequestProblems.ReasonNeeded, ProblemOf(() => DecideDataRequest.Decide(new(Granted: true, DataRefusal.LegalDuty), null, request, Above, Now)));
        var refused = After(DataRequestKind.Delete, DecideDataRequest.Decide(new(Granted: false, DataRefusal.StateManagement), Words, request, Above, Now));
        Assert.Equal((DataRequestState.Refused, DataRefusal.StateManagement), (refused.State, refused.Refusal));
        Assert.Equal(DataRequestProblems.Decided, ProblemOf(() => DecideDataRequest.Decide(new(Granted: true), null, refused, Above, Now)));
        Assert.Equal(DataRequestProblems.Decided, ProblemOf(() => ExtendDataRequest.Decide(new(1, "Cần xác minh."), Words, refused, Above, Now)));
    }

    [Fact]
    public void Only_the_provinces_own_coordinating_unit_decides()
    {
        Assert.Equal(FeedbackProblems.NotCoordinating, ProblemOf(() => DecideDataRequest.Decide(new(Granted: true), null, After(DataRequestKind.View), InCharge, Now)));
        Assert.Equal(Problem.NotFound, ProblemOf(() => DecideDataRequest.Decide(new(Granted: true), null, After(DataRequestKind.View), new("x", "31.UBND", []), Now)));
        Assert.Equal(Problem.NotFound, ProblemOf(() => AcknowledgeDataRequest.Decide(new(), DataRequest.None, Above, Now)));
    }

    [Fact]
    public void A_restriction_holds_until_the_person_takes_it_back()
    {
        var restricted = DecideDataRequest.Follow(DataRequestKind.Restrict, Id, DataSubject.Free, Now).Aggregate(DataSubject.Free, DataSubject.Evolve);

        Assert.True(restricted.IsRestricted);
        Assert.Empty(DecideDataRequest.Follow(DataRequestKind.Object, Id, restricted, Now));
        Assert.Single(DecideDataRequest.Follow(DataRequestKind.Object, Id, DataSubject.Free, Now));
        Assert.False(FreeProcessing.Decide(restricted, Now).Aggregate(restricted, DataSubject.Evolve).IsRestricted);
        Assert.Empty(FreeProcessing.Decide(DataSubject.Free, Now));
    }

    [Fact]
    public void A_consent_that_is_taken_back_is_noted_once()
    {
        var withdrawn = DecideDataRequest.Follow(DataRequestKind.WithdrawConsent, Id, DataSubject.Free, Now).Aggregate(DataSubject.Free, DataSubject.Evolve);

        Assert.Equal(Now, withdrawn.ConsentWithdrawnAt);
        Assert.Empty(DecideDataRequest.Follow(DataRequestKind.WithdrawConsent, Id, withdrawn, Now));
        Assert.Empty(DecideDataRequest.Follow(DataRequestKind.View, Id, DataSubject.Free, Now));
    }

    private static DataRequest After(DataRequestKind kind, params IEnumerable<DataRequestEvent> then) =>
        then.Aggregate(MakeDataRequest.Decide(new(kind, "01"), Words, Now.AddDays(2), DataRequest.None, Reporter, Now).Aggregate(DataRequest.None, DataRequest.Evolve), DataRequest.Evolve);

    private static DateTimeOffset Time(string written) => DateTimeOffset.Parse(written, null);
}
