using Ecosystem.Coordination;
using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using static Ecosystem.UnitTests.Coordination.Given;

namespace Ecosystem.UnitTests.Coordination;

public class RecipientActsTests
{
    private static readonly DirectiveEvent[] Sent = [Issued], Seen = [Issued, Acknowledged], Taken = [.. Seen, Accepted], Begun = [.. Taken, Progressed], Done = [.. Begun, Completed], Gone = [Issued, Declined];

    public static TheoryData<string, DirectiveEvent[], DirectiveEvent[]> Allowed => new()
    {
        { "acknowledge", Sent, [Acknowledged] },
        { "acknowledge", Seen, [] },
        { "acknowledge", Done, [] },
        { "accept", Sent, [Acknowledged, Accepted] },
        { "accept", Seen, [Accepted] },
        { "accept", Taken, [] },
        { "accept", Done, [] },
        { "progress", Taken, [Progressed] },
        { "progress", Begun, [] },
        { "progress", [.. Begun, Progressed with { Percent = 50 }], [Progressed] },
        { "complete", Taken, [Completed] },
        { "complete", Begun, [Completed] },
        { "complete", Done, [] },
        { "refuse", Sent, [Declined] },
        { "refuse", Seen, [Declined] },
        { "refuse", Gone, [] },
    };

    public static TheoryData<string, DirectiveEvent[], string[]> Forbidden => new()
    {
        { "acknowledge", Gone, [] },
        { "accept", Gone, [] },
        { "progress", Sent, ["acknowledgement", "acceptance", "refusal"] },
        { "progress", Seen, ["acceptance", "refusal"] },
        { "progress", Done, [] },
        { "complete", Sent, ["acknowledgement", "acceptance", "refusal"] },
        { "complete", Gone, [] },
        { "refuse", Taken, ["progress", "completion"] },
        { "refuse", Begun, ["progress", "completion"] },
        { "refuse", Done, [] },
    };

    public static TheoryData<string> Acts => ["acknowledge", "accept", "progress", "complete", "refuse"];

    [Theory, MemberData(nameof(Allowed))]
    public void An_act_makes_its_facts_and_its_repeat_none(string act, DirectiveEvent[] before, DirectiveEvent[] facts) =>
        Assert.Equal(facts, Act(act, CuaNam, CuaNamOfficer, before));

    [Theory, MemberData(nameof(Forbidden))]
    public void What_the_state_forbids_is_refused_with_what_it_allows(string act, DirectiveEvent[] before, string[] allowed)
    {
        var refusal = Refusal(() => Act(act, CuaNam, CuaNamOfficer, before));

        Assert.Equal(CoordinationProblems.NotInThisState, refusal.Problem);
        Assert.Equal(allowed, refusal.Allowed);
    }

    [Theory, MemberData(nameof(Acts))]
    public void Another_organisation_does_not_act_for_the_recipient(string act) =>
        Assert.Equal(CoordinationProblems.NotTheRecipient, Refusal(() => Act(act, CuaNam, BaDinhOfficer, Sent)).Problem);

    [Theory, MemberData(nameof(Acts))]
    public void Who_has_not_received_it_finds_nothing(string act)
    {
        Assert.Equal(Problem.NotFound, Refusal(() => Act(act, "01.00008.MTTQ", CityLeader, Sent)).Problem);
        Assert.Equal(Problem.NotFound, Refusal(() => Act(act, CuaNam, CuaNamOfficer, [])).Problem);
    }

    private static DirectiveEvent[] Act(string act, string organisation, Official by, DirectiveEvent[] before) => act switch
    {
        "acknowledge" => AcknowledgeDirective.Decide(organisation, After(before), by, Now),
        "accept" => AcceptDirective.Decide(organisation, After(before), by, Now),
        "progress" => ReportProgress.Decide(new(" Đã lập 28 tổ", 60), organisation, After(before), by, Now),
        "complete" => CompleteDirective.Decide(new("Xong "), organisation, After(before), by, Now),
        _ => RefuseDirective.Decide(new("Không đủ nhân lực"), organisation, After(before), by, Now),
    };
}
