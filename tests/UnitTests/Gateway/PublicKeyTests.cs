using Ecosystem.Gateway.Partners;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.UnitTests.Gateway;

public class PublicKeyTests
{
    [Fact]
    public void Keys_that_are_strong_enough_are_fit()
    {
        Assert.True(Keys.P256().IsFit());
        Assert.True((Keys.P256() with { Use = "sig", Alg = "ES256" }).IsFit());
        Assert.True(Keys.Rsa(2048).IsFit());
    }

    [Fact]
    public void Weak_foreign_and_broken_ones_are_not()
    {
        Assert.False(Keys.Rsa(1024).IsFit());
        Assert.False((Keys.P256() with { Crv = "P-384" }).IsFit());
        Assert.False((Keys.P256() with { Y = Keys.P256().Y }).IsFit());
        Assert.False((Keys.P256() with { X = "!" }).IsFit());
        Assert.False((Keys.P256() with { X = null }).IsFit());
        Assert.False((Keys.P256() with { Use = "enc" }).IsFit());
        Assert.False((Keys.P256() with { Alg = "RS256" }).IsFit());
        Assert.False(new PublicKey("oct").IsFit());
        Assert.False(new PublicKey("RSA").IsFit());
        Assert.False((Keys.Rsa(2048) with { E = "Aw" }).IsFit());
        Assert.False((Keys.Rsa(2048) with { X = "more than a key" }).IsFit());
        Assert.False((Keys.P256() with { N = "more than a key" }).IsFit());
        Assert.False((Keys.P256() with { X = new string('*', 43) }).IsFit());
        Assert.False((Keys.Rsa(2048) with { N = new string('A', 100_000) }).IsFit());
    }

    [Theory]
    [InlineData("31/01.00082.UBND/case-system", true)]
    [InlineData("01/police/id", true)]
    [InlineData("1/police/id", false)]
    [InlineData("01/police", false)]
    [InlineData("01/police/id/more", false)]
    [InlineData("01/cảnh-sát/id", false)]
    [InlineData("01/../id", false)]
    [InlineData("01/police/id\n", false)]
    public void A_path_names_province_organisation_and_system(string path, bool isOne) => Assert.Equal(isOne, new PartnerPathAttribute().IsValid(path));

    [Fact]
    public void Scopes_are_known_ones_each_once_and_none_of_the_operators()
    {
        var attribute = new PartnerScopesAttribute();
        Assert.True(attribute.IsValid(Roles.OfPartners.ToList()));
        Assert.False(attribute.IsValid(new List<string>()));
        Assert.False(attribute.IsValid(new List<string> { "operations" }));
        Assert.False(attribute.IsValid(new List<string> { "feedback.read", "feedback.read" }));
        Assert.False(attribute.IsValid(new List<string> { "world.rule" }));
    }
}
