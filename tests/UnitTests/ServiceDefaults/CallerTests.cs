using Ecosystem.ServiceDefaults;

namespace Ecosystem.UnitTests.ServiceDefaults;

public class CallerTests
{
    [Fact]
    public void Every_citizen_may_report_enroll_and_read_the_inbox() =>
        Assert.Equal(["campaigns.enroll", "feedback.read", "feedback.submit", "inbox.read"], new Citizen("c", 1).Scopes.Order());

    [Fact]
    public void A_leader_may_what_an_officer_may_and_issue_directives_manage_campaigns_and_see_figures() =>
        Assert.Equal(["campaigns.manage", "directives.issue", "feedback.analyse"], With("leader").Scopes.Except(With("officer").Scopes).Order());

    [Fact]
    public void An_operator_sees_no_citizens_things() =>
        Assert.Equal(["operations", "organisations.manage", "organisations.read", "partners.manage"], With("operator").Scopes.Order());

    [Fact]
    public void No_partner_is_given_what_is_the_operators()
    {
        Assert.Superset(new HashSet<string> { "feedback.submit", "organisations.read", "directives.issue" }, Roles.OfPartners.ToHashSet());
        Assert.Empty(Roles.OfPartners.Intersect(Roles.OfOperators));
    }

    [Fact]
    public void Roles_add_up_and_unknown_ones_give_nothing()
    {
        Assert.Equal(With("leader").Scopes.Union(With("operator").Scopes).Order(), With("leader", "operator").Scopes.Order());
        Assert.Empty(With("king").Scopes);
    }

    [Fact]
    public void An_official_acts_for_the_own_organisation_and_those_below()
    {
        Assert.True(With("officer").ActsFor("01.00082.MTTQ"));
        Assert.True(With("officer").ActsFor("01.00082.PN"));
        Assert.False(With("officer").ActsFor("01.00085.PN"));
    }

    private static Official With(params string[] roles) => new("o", "01.00082.MTTQ", [.. roles]);
}
