using Ecosystem.Campaigns;

namespace Ecosystem.UnitTests.Campaigns;

public sealed class NamesTests
{
    private static readonly NamesAttribute OneToThree = new(1, 3, 10);

    [Fact]
    public void Different_short_texts_are_fine() => Assert.True(OneToThree.IsValid(new[] { "VNeID", "iHanoi" }));

    [Fact]
    public void None_too_many_equal_empty_long_or_odd_ones_are_not()
    {
        foreach (var names in new string?[][] { [], ["a", "b", "c", "d"], ["VNeID", "vneid"], [" "], ["12345678901"], ["a\u0007"], [null] })
            Assert.False(OneToThree.IsValid(names));
    }
}
