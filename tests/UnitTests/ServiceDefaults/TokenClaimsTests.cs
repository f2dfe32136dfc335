using System.Security.Claims;
using Ecosystem.ServiceDefaults;
using Microsoft.Extensions.Configuration;

namespace Ecosystem.UnitTests.ServiceDefaults;

public class TokenClaimsTests
{
    private static readonly TokenClaims Usual = With([]);

    [Fact]
    public void An_organisation_makes_an_official_with_its_roles()
    {
        var official = Assert.IsType<Official>(Usual.Caller(Token(("sub", "o"), ("organisation", "01.00082.UBND"), ("roles", "officer"), ("roles", "leader"))));

        Assert.Equal(("01.00082.UBND", false), (official.Organisation, official.HasSecondFactor));
        Assert.Equal(["leader", "officer"], official.Roles.Order());
        Assert.Null(Usual.Caller(Token(("sub", "o"), ("organisation", "everything"))));
    }

    [Theory]
    [InlineData("mfa", true)]
    [InlineData("pwd", false)]
    public void A_second_factor_is_seen_by_its_method(string method, bool isOne) =>
        Assert.Equal(isOne, ((Official)Usual.Caller(Token(("sub", "o"), ("organisation", "01.UBND"), ("amr", "other"), ("amr", method)))!).HasSecondFactor);

    [Theory]
    [InlineData("1", 1)]
    [InlineData("2", 2)]
    [InlineData("urn:somewhere:high", 1)]
    [InlineData("-7", 1)]
    public void A_citizen_has_the_level_that_the_token_says_and_else_the_lowest(string acr, int level) =>
        Assert.Equal(new Citizen("c", level), Usual.Caller(Token(("sub", "c"), ("acr", acr))));

    [Fact]
    public void A_client_is_a_system_only_for_itself_and_a_person_only_where_one_was_recognised()
    {
        Assert.Equal(["feedback.read"], Assert.IsType<SystemClient>(Usual.Caller(Token(("sub", "s"), ("client_id", "s"), ("scope", "feedback.read")))).Scopes);
        Assert.IsType<Citizen>(Usual.Caller(Token(("sub", "c"), ("client_id", "city-app"), ("acr", "2"))));
        Assert.Null(Usual.Caller(Token(("sub", "service-account-17"), ("client_id", "city-app"))));
    }

    [Fact]
    public void Another_issuers_words_are_understood_where_they_are_mapped_and_no_others()
    {
        var theirs = With(new()
        {
            ["ECOSYSTEM_CLAIM_NAMES"] = "organisation=don_vi, roles=nhom, level=loa",
            ["ECOSYSTEM_CLAIM_ORGANISATIONS"] = "G22.01=01.UBND",
            ["ECOSYSTEM_CLAIM_ROLES"] = "quan-tri=operator,can-bo=officer",
            ["ECOSYSTEM_CLAIM_LEVELS"] = "urn:vneid:2=2",
            ["ECOSYSTEM_CLAIM_SECOND_FACTORS"] = "otp,hwk",
        });
        var official = Assert.IsType<Official>(theirs.Caller(Token(("sub", "o"), ("don_vi", "G22.01"), ("nhom", "can-bo"), ("nhom", "operator"), ("amr", "hwk"))));

        Assert.Equal(("01.UBND", true), (official.Organisation, official.HasSecondFactor));
        Assert.Equal(["officer"], official.Roles);
        Assert.Null(theirs.Caller(Token(("sub", "o"), ("don_vi", "01.UBND"))));
        Assert.Equal(new Citizen("c", 2), theirs.Caller(Token(("sub", "c"), ("loa", "urn:vneid:2"))));
        Assert.Equal(new Citizen("c", 1), theirs.Caller(Token(("sub", "c"), ("loa", "2"))));
    }

    [Fact]
    public void An_official_is_limited_to_the_categories_that_the_token_says_and_to_none_where_it_says_none()
    {
        (string, string)[] official = [("sub", "o"), ("organisation", "01.UBND")];
        var limited = Assert.IsType<Official>(Usual.Caller(Token([.. official, ("categories", "lighting"), ("categories", "trees")])));
        var renamed = Assert.IsType<Official>(With(new() { ["ECOSYSTEM_CLAIM_NAMES"] = "categories=linh_vuc" }).Caller(Token([.. official, ("linh_vuc", "noise"), ("categories", "trees")])));
        var empty = Assert.IsType<Official>(Usual.Caller(Token([.. official, ("categories", "")])));

        Assert.Equal(["lighting", "trees"], limited.Categories!.Order());
        Assert.Equal((true, false), (limited.Handles("trees"), limited.Handles("noise")));
        Assert.Equal((true, false), (renamed.Handles("noise"), renamed.Handles("trees")));
        Assert.False(empty.Handles("trees"));
        Assert.True(((Official)Usual.Caller(Token(official))!).Handles("anything"));
    }

    [Fact]
    public void A_mapping_to_nothing_is_no_mapping() =>
        Assert.Throws<InvalidOperationException>(() => With(new() { ["ECOSYSTEM_CLAIM_ROLES"] = "can-bo" }));

    private static TokenClaims With(Dictionary<string, string?> settings) =>
        new(ClaimSettings.From(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()));

    private static ClaimsPrincipal Token(params (string Type, string Value)[] claims) =>
        new(new ClaimsIdentity(claims.Select(claim => new Claim(claim.Type, claim.Value))));
}
