using Ecosystem.ServiceDefaults;

namespace Ecosystem.UnitTests.ServiceDefaults;

public class OrganisationCodeTests
{
    private static readonly string[] Kinds = ["UBND", "MTTQ", "CD", "ND", "PN", "TN", "CCB"];

    private static readonly string[] All =
        [.. from place in new[] { "01", "24", "01.00082", "01.00085", "24.07210" } from kind in Kinds select $"{place}.{kind}"];

    [Theory]
    [InlineData("01.MTTQ", "01.00082.MTTQ")]
    [InlineData("01.MTTQ", "01.PN")]
    [InlineData("01.MTTQ", "01.00082.PN")]
    [InlineData("01.UBND", "01.00082.UBND")]
    [InlineData("01.PN", "01.00082.PN")]
    [InlineData("01.00082.MTTQ", "01.00082.CCB")]
    public void An_organisation_covers_those_below_it(string above, string code) => Assert.True(OrganisationCode.Covers(above, code));

    [Theory]
    [InlineData("01.MTTQ", "24.07210.MTTQ")]
    [InlineData("01.MTTQ", "01.00082.UBND")]
    [InlineData("01.UBND", "01.00082.MTTQ")]
    [InlineData("01.PN", "01.00082.TN")]
    [InlineData("01.00082.MTTQ", "01.00085.PN")]
    [InlineData("01.00082.MTTQ", "01.MTTQ")]
    [InlineData("01.00082.MTTQ", "01.PN")]
    [InlineData("01.00082.PN", "01.00082.MTTQ")]
    [InlineData("", "01.MTTQ")]
    [InlineData("01.MTTQ", "nonsense")]
    public void It_covers_no_others(string above, string code) => Assert.False(OrganisationCode.Covers(above, code));

    [Theory]
    [InlineData("01.00082.PN", "01.00082.MTTQ")]
    [InlineData("01.00082.MTTQ", "01.MTTQ")]
    [InlineData("01.00082.UBND", "01.UBND")]
    [InlineData("01.PN", "01.MTTQ")]
    [InlineData("01.MTTQ", null)]
    [InlineData("01.UBND", null)]
    [InlineData("nonsense", null)]
    public void The_one_above_can_be_read_from_the_code(string code, string? parent) => Assert.Equal(parent, OrganisationCode.Parent(code));

    [Fact]
    public void Whoever_covers_an_organisation_is_itself_or_the_same_kind_in_the_province_or_covers_its_parent() =>
        Assert.All(from above in All from code in All select (above, code), pair =>
        {
            var expected = pair.above == pair.code
                || pair.above == $"{pair.code[..2]}.{pair.code.Split('.')[^1]}"
                || (OrganisationCode.Parent(pair.code) is { } parent && OrganisationCode.Covers(pair.above, parent));
            Assert.Equal(expected, OrganisationCode.Covers(pair.above, pair.code));
        });

    [Fact]
    public void Nobody_covers_another_that_covers_it_back() =>
        Assert.DoesNotContain(from above in All from code in All where above != code select (above, code), pair =>
            OrganisationCode.Covers(pair.above, pair.code) && OrganisationCode.Covers(pair.code, pair.above));

    [Theory]
    [InlineData("1.MTTQ")]
    [InlineData("01.82.MTTQ")]
    [InlineData("01.00082.mttq")]
    [InlineData("01.00082")]
    [InlineData("01.00082.MTTQ ")]
    [InlineData("01.00082.MTTQ\n")]
    [InlineData("٠١.MTTQ")]
    [InlineData(null)]
    public void Anything_else_is_no_code(string? code) => Assert.False(OrganisationCode.IsValid(code));
}
