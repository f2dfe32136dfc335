using Ecosystem.Campaigns;

namespace Ecosystem.UnitTests.Campaigns;

public sealed class ValidationTests
{
    [Fact]
    public void Names_are_different_short_texts()
    {
        var names = new NamesAttribute(1, 3, 10);

        Assert.True(names.IsValid(new[] { "VNeID", "iHanoi" }));
        foreach (var bad in new string?[][] { [], ["a", "b", "c", "d"], ["VNeID", "vneid"], [" "], ["12345678901"], ["a\u0007"], [null] })
            Assert.False(names.IsValid(bad));
    }

    [Fact]
    public void A_list_ends_somewhere_and_has_no_holes()
    {
        var two = new AtMostAttribute(2);

        Assert.True(two.IsValid(new object[] { 1, 2 }));
        Assert.False(two.IsValid(new object[] { 1, 2, 3 }));
        Assert.False(two.IsValid(new object?[] { null }));
    }

    [Theory]
    [InlineData("HH-0417_a.2", true)]
    [InlineData("Bà Lan", false)]
    [InlineData("", false)]
    [InlineData("HH-0417\n", false)]
    [InlineData("ộ", false)]
    [InlineData("12345678901234567", false)]
    public void A_reference_has_no_room_for_a_name(string text, bool isOne) => Assert.Equal(isOne, new ReferenceAttribute(16).IsValid(text));
}
