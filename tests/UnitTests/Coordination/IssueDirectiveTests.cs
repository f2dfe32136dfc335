using Ecosystem.Coordination;
using static Ecosystem.UnitTests.Coordination.Given;

namespace Ecosystem.UnitTests.Coordination;

public class IssueDirectiveTests
{
    private static readonly IssueDirective.Command Command = new(" 45 ngày đêm ", "Hỗ trợ người dân.", Now.AddDays(45), "80 % hồ sơ trực tuyến", "Ban Thường trực");
    private static readonly Addressee Front = new(City, "Mặt trận Hà Nội");

    [Fact]
    public void A_directive_goes_to_those_below()
    {
        var issued = Assert.IsType<DirectiveIssued>(Assert.Single(Issue(Command, CuaNam, BaDinh)));

        Assert.Equal(("45 ngày đêm", City, "Mặt trận Hà Nội", Now), (issued.Title, issued.Issuer, issued.IssuerName, issued.At));
        Assert.Equal([CuaNam, BaDinh], issued.Recipients.Select(recipient => recipient.Code));
    }

    [Fact]
    public void The_associations_below_the_front_can_be_named() => Assert.Single(Issue(Command, "01.00082.ND", "01.CD"));

    [Theory]
    [InlineData("31.00082.MTTQ")]
    [InlineData("01.00082.UBND")]
    [InlineData(City)]
    public void Nobody_else_can_be_given_work(string other) =>
        Assert.Equal(CoordinationProblems.RecipientNotBelow, Refusal(() => Issue(Command, CuaNam, other)).Problem);

    [Fact]
    public void Someone_must_receive_it() => Assert.Equal(CoordinationProblems.NoRecipients, Refusal(() => Issue(Command)).Problem);

    [Fact]
    public void More_than_500_recipients_are_too_many()
    {
        string[] codes = [.. Enumerable.Range(1, 501).Select(nr => $"01.{nr:00000}.MTTQ")];

        Assert.Single(Issue(Command, codes[1..]));
        Assert.Equal(CoordinationProblems.TooManyRecipients, Refusal(() => Issue(Command, codes)).Problem);
    }

    [Fact]
    public void The_deadline_lies_ahead_but_not_beyond_five_years()
    {
        Assert.Equal(CoordinationProblems.DeadlineNotAhead, Refusal(() => Issue(Command with { Deadline = Now }, CuaNam)).Problem);
        Assert.Equal(CoordinationProblems.DeadlineNotAhead, Refusal(() => Issue(Command with { Deadline = Now.AddYears(5).AddSeconds(1) }, CuaNam)).Problem);
        Assert.Single(Issue(Command with { Deadline = Now.AddYears(5) }, CuaNam));
    }

    [Fact]
    public void An_unknown_organisation_issues_nothing() => Assert.Equal(
        CoordinationProblems.IssuerNotRegistered, Refusal(() => IssueDirective.Decide(Command, null, [], After(), Now)).Problem);

    [Fact]
    public void What_is_issued_is_not_issued_again() => Assert.Empty(IssueDirective.Decide(Command, Front, [new(CuaNam, "Cửa Nam")], After(Issued), Now));

    [Fact]
    public void Others_hear_one_message_a_recipient()
    {
        var id = Guid.NewGuid();

        Assert.Equal(
            [CuaNam, BaDinh],
            Announcements.Of(Recorded(Issued, id)).Cast<Contracts.DirectiveSent>().Where(sent => sent.DirectiveId == id && sent.Issuer == City).Select(sent => sent.Recipient));
    }

    private static DirectiveEvent[] Issue(IssueDirective.Command command, params string[] recipients) =>
        IssueDirective.Decide(command, Front, [.. recipients.Select(code => new Addressee(code, code))], After(), Now);
}
