using Ecosystem.Gateway.Partners;
using Ecosystem.Gateway.Tokens;

namespace Ecosystem.UnitTests.Gateway;

public class IssueTokenTests
{
    private static readonly Partner Partner = new(PartnerStatus.Registered, "01/police/id", "Police", Contact: null, ["feedback.read", "inbox.read"], "standard", []);

    [Fact]
    public void Who_asks_for_nothing_gets_all_that_it_may() => Assert.Equal("feedback.read inbox.read", IssueToken.Decide(asked: null, Partner));

    [Fact]
    public void Who_asks_for_less_gets_that() => Assert.Equal("inbox.read", IssueToken.Decide("inbox.read  inbox.read", Partner));

    [Fact]
    public void Who_asks_for_more_gets_nothing() => Assert.Throws<OAuthError>(() => IssueToken.Decide("inbox.read operations", Partner));

    [Theory]
    [InlineData(PartnerStatus.Absent)]
    [InlineData(PartnerStatus.Disabled)]
    [InlineData(PartnerStatus.Deleted)]
    public void Only_a_registered_partner_gets_one(PartnerStatus status) => Assert.Throws<OAuthError>(() => IssueToken.Decide(asked: null, Partner with { Status = status }));
}
