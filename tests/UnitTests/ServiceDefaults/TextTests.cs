using System.Text;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.UnitTests.ServiceDefaults;

public class TextTests
{
    [Theory]
    [InlineData("Tiếng")]
    [InlineData("👨‍👩‍👧‍👦👍🏽abc")]
    [InlineData("abc")]
    public void Length_counts_what_people_see(string text)
    {
        Assert.True(new TextAttribute(3, 5).IsValid(text));
        Assert.True(new TextAttribute(3, 5).IsValid(text.Normalize(NormalizationForm.FormD)));
    }

    [Theory]
    [InlineData("ab")]
    [InlineData("abcdef")]
    [InlineData("  a  ")]
    [InlineData("a\0b")]
    [InlineData("ab\ncd")]
    [InlineData("ab\u0085cd")]
    [InlineData("ab\ufffecd")]
    [InlineData("ab\u001bcd")]
    public void Too_short_too_long_blank_and_control_characters_are_refused(string text) => Assert.False(new TextAttribute(3, 5).IsValid(text));

    [Fact]
    public void Lines_are_allowed_where_the_field_says_so()
    {
        var lines = new TextAttribute(1, 20) { Multiline = true };

        Assert.True(lines.IsValid("a\r\n\tb"));
        Assert.False(lines.IsValid("a\u001bb"));
    }

    [Fact]
    public void A_letter_cannot_hide_a_megabyte_of_accents() =>
        Assert.False(new TextAttribute(1, 5).IsValid("a" + new string('\u0301', 1_000_000)));

    [Fact]
    public void What_is_absent_is_not_judged() => Assert.True(new TextAttribute(1, 5).IsValid(null));

    [Theory]
    [InlineData("1999-12-31T23:59:59+00:00", false)]
    [InlineData("2000-01-01T06:00:00+07:00", false)]
    [InlineData("2000-01-01T00:00:00+00:00", true)]
    [InlineData("2099-12-31T23:59:59+00:00", true)]
    [InlineData("2100-01-01T00:00:00+00:00", false)]
    public void Times_lie_in_this_century(string time, bool sensible) =>
        Assert.Equal(sensible, new SensibleTimeAttribute().IsValid(DateTimeOffset.Parse(time)));

    [Theory]
    [InlineData("01", true)]
    [InlineData("00082", true)]
    [InlineData("1", false)]
    [InlineData("0082", false)]
    [InlineData("0008२", false)]
    [InlineData(null, true)]
    public void Unit_codes_keep_their_zeros(string? code, bool valid) => Assert.Equal(valid, new UnitCodeAttribute().IsValid(code));
}
