using System.Collections.Immutable;
using System.Security.Claims;
using Ecosystem.EventSourcing;
using Ecosystem.Notifications;
using Ecosystem.Notifications.Feed;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.UnitTests.Notifications.Feed;

public sealed class SelectionTests
{
    private const string Answered = "vn.ecosystem.report.answered.v1", Ward = "01.00082.UBND";

    [Theory]
    [InlineData(Answered, true)]
    [InlineData("vn.ecosystem.report.*", true)]
    [InlineData("vn.*", true)]
    [InlineData("*", true)]
    [InlineData("vn.ecosystem.report.answered.v1.*", false)]
    [InlineData("vn.ecosystem.rep*", false)]
    [InlineData("vn.ecosystem.directive.*", false)]
    public void A_pattern_is_a_whole_name_or_the_beginning_up_to_a_dot(string pattern, bool matches) => Assert.Equal(matches, TypePattern.Matches(pattern, Answered));

    [Theory]
    [InlineData(Answered, Ward, true)]
    [InlineData("vn.ecosystem.report.*", "01.UBND", true)]
    [InlineData("*", null, true)]
    [InlineData("*", "01.00070.UBND", false)]
    [InlineData("*", "01.MTTQ", false)]
    [InlineData("vn.ecosystem.campaign.*", Ward, false)]
    public void An_entrys_keys_meet_those_of_the_selections_that_have_it(string type, string? unit, bool meets)
    {
        var selection = new Selection([type], unit is null ? [] : [unit]);

        Assert.Equal(meets, Selection.KeysOf(Entry(Ward)).Intersect(selection.Keys).Any());
    }

    [Theory]
    [InlineData("01.00082.CD", new[] { "01.00082.CD", "01.CD", "01.MTTQ", "01.00082.MTTQ" })]
    [InlineData("01.00082.MTTQ", new[] { "01.00082.MTTQ", "01.MTTQ" })]
    [InlineData("01.00082.UBND", new[] { "01.00082.UBND", "01.UBND" })]
    [InlineData("01.UBND", new[] { "01.UBND" })]
    [InlineData("01.ND", new[] { "01.ND", "01.MTTQ" })]
    public void Covering_organisations_are_few_and_all_there(string code, string[] above) => Assert.Equal(above.Order(), Units.CoveringOf(code).Order());

    [Fact]
    public void An_entry_of_no_unit_is_for_those_who_hear_all() => Assert.DoesNotContain(Selection.KeysOf(Entry(null)), key => !key.EndsWith('|'));

    [Fact]
    public void A_token_may_narrow_what_is_heard()
    {
        var narrow = Reader(("feed_units", "01.00082.MTTQ"), ("feed_types", "vn.ecosystem.report.*"));

        Assert.Equal("vn.ecosystem.report.* of 01.00082.MTTQ", Said(narrow.Narrow([], [])));
        Assert.Equal($"{Answered} of 01.00082.CD", Said(narrow.Narrow([Answered], ["01.00082.CD"])));
        Assert.All<Action>(
            [() => narrow.Narrow(["*"], []), () => narrow.Narrow(["vn.ecosystem.campaign.*"], []), () => narrow.Narrow([], ["01.MTTQ"]), () => narrow.Narrow([Answered], [Ward])],
            act => Assert.Equal(NotificationsProblems.NotYoursToHear, Assert.Throws<Refused>(act).Problem));
    }

    [Fact]
    public void A_token_that_narrows_nothing_hears_all() => Assert.Equal("* of ", Said(Reader().Narrow([], [])));

    private static FeedReader Reader(params (string Name, string Value)[] claims) =>
        FeedReader.Of(new SystemClient("system", []), new ClaimsPrincipal(new ClaimsIdentity(claims.Select(claim => new Claim(claim.Name, claim.Value)))));

    private static string Said(Selection selection) => $"{string.Join(',', selection.Types)} of {string.Join(',', selection.Units)}";

    private static FeedRow Entry(string? unit) => new(
        Guid.NewGuid(), Answered, "/feedback", "reports/1", unit, unit is null ? [] : Units.CoveringOf(unit), ImmutableSortedDictionary<string, string>.Empty, DateTimeOffset.UnixEpoch, null);
}
