using Ecosystem.Coordination;
using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using FsCheck;
using FsCheck.Fluent;
using static Ecosystem.UnitTests.Coordination.Given;

namespace Ecosystem.UnitTests.Coordination;

public class RollUpTests
{
    [Fact]
    public void Each_recipient_is_counted_once() => Assert.Equal(
        new RollUp.Counts(Total: 2, Sent: 1, Acknowledged: 0, Accepted: 0, InProgress: 1, Done: 0, Refused: 0, Overdue: 0),
        RollUp.Counts.Of(ViewAfter(Issued, Acknowledged, Accepted, Progressed), Now));

    [Fact]
    public void After_the_deadline_those_are_overdue_who_are_neither_done_nor_refused()
    {
        var late = Issued.Deadline.AddSeconds(1);

        Assert.Equal(2, RollUp.Counts.Of(ViewAfter(Issued), late).Overdue);
        Assert.Equal(1, RollUp.Counts.Of(ViewAfter(Issued, Acknowledged, Accepted, Completed), late).Overdue);
        Assert.Equal(1, RollUp.Counts.Of(ViewAfter(Issued, Declined), late).Overdue);
        Assert.Equal(0, RollUp.Counts.Of(ViewAfter(Issued), Issued.Deadline).Overdue);
    }

    [Fact]
    public void A_recipient_sees_only_itself_the_issuer_sees_all_and_others_nothing()
    {
        var directive = ViewAfter(Issued);

        Assert.Equal([CuaNam], directive.For(CuaNamOfficer).Recipients.Select(recipient => recipient.Code));
        Assert.Equal(2, directive.For(CityLeader).Recipients.Length);
        Assert.Equal(Problem.NotFound, Refusal(() => directive.For(new Official("x", "31.MTTQ", ["leader"]))).Problem);
    }

    [Fact]
    public void Whatever_they_do_state_view_inbox_and_counts_tell_the_same() => Prop.ForAll(Acts, acts =>
    {
        var events = acts.Aggregate(new List<DirectiveEvent> { Issued }, Do);
        var (state, view, inbox) = (After([.. events]).Recipients, ViewAfter([.. events]), InboxAfter(events));
        var counts = RollUp.Counts.Of(view, Now);

        Assert.All(view.Recipients, recipient => Assert.Equal(state[recipient.Code], recipient.Progress));
        Assert.All(view.Recipients, recipient => Assert.Equal(state[recipient.Code], inbox[recipient.Code]));
        Assert.Equal(counts.Total, counts.Sent + counts.Acknowledged + counts.Accepted + counts.InProgress + counts.Done + counts.Refused);
        Assert.Equal(state.Values.Count(progress => progress.State == RecipientState.Done), counts.Done);
    }).QuickCheckThrowOnFailure();

    private static Arbitrary<(bool First, int Act)[]> Acts =>
        Gen.Choose(0, 9).Select(n => (n % 2 == 0, n / 2)).ArrayOf().ToArbitrary();

    private static List<DirectiveEvent> Do(List<DirectiveEvent> before, (bool First, int Act) next)
    {
        var (who, by, directive) = next.First ? (CuaNam, CuaNamOfficer, After([.. before])) : (BaDinh, BaDinhOfficer, After([.. before]));
        try
        {
            return [.. before, .. next.Act switch
            {
                0 => AcknowledgeDirective.Decide(who, directive, by, Now),
                1 => AcceptDirective.Decide(who, directive, by, Now),
                2 => ReportProgress.Decide(new("Đang làm", before.Count % 100), who, directive, by, Now),
                3 => CompleteDirective.Decide(new("Xong"), who, directive, by, Now),
                _ => RefuseDirective.Decide(new("Không đủ nhân lực"), who, directive, by, Now),
            }];
        }
        catch (Refused)
        {
            return before;
        }
    }

    private static Dictionary<string, RecipientProgress> InboxAfter(IEnumerable<DirectiveEvent> events)
    {
        var rows = new Dictionary<Guid, ReceivedDirective?>();
        foreach (var change in events.SelectMany(happened => DirectiveInbox.On(Recorded(happened, Guid.Empty)))) rows[change.Id] = change.To(rows.GetValueOrDefault(change.Id));
        return rows.Values.ToDictionary(row => row!.Recipient, row => row!.Progress);
    }
}
