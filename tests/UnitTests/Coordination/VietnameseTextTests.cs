using System.Text;
using Ecosystem.Coordination;
using FsCheck;
using FsCheck.Fluent;

namespace Ecosystem.UnitTests.Coordination;

public class VietnameseTextTests
{
    [Theory]
    [InlineData("Cửa Nam", "cua nam")]
    [InlineData("Đống  Đa ", "dong da")]
    [InlineData("B’Lao", "b'lao")]
    [InlineData("ẶNG ƠƯ", "ang ou")]
    public void Folding_forgets_case_accents_and_apostrophes(string text, string folded)
    {
        Assert.Equal(folded, VietnameseText.Folded(text));
        Assert.Equal(folded, VietnameseText.Folded(text.Normalize(NormalizationForm.FormD)));
    }

    [Theory]
    [InlineData("Yên Hòa", "Yên Hoà")]
    [InlineData("Thủy Nguyên", "THUỶ NGUYÊN")]
    [InlineData("B'Lao", "B’Lao")]
    public void Two_spellings_of_one_name_are_equal(string one, string other) => Assert.Equal(VietnameseText.Accented(one), VietnameseText.Accented(other));

    [Theory]
    [InlineData("Cẩm Giang", "Cẩm Giàng")]
    [InlineData("Cửa Nam", "Cua Nam")]
    [InlineData("Tân An", "Tần Ân")]
    public void Different_names_stay_different_with_accents_and_become_equal_without(string one, string other)
    {
        Assert.NotEqual(VietnameseText.Accented(one), VietnameseText.Accented(other));
        Assert.Equal(VietnameseText.Folded(one), VietnameseText.Folded(other));
    }

    [Fact]
    public void Folding_what_is_folded_changes_nothing() =>
        Prop.ForAll(Texts, text => VietnameseText.Folded(VietnameseText.Folded(text)) == VietnameseText.Folded(text)).QuickCheckThrowOnFailure();

    [Fact]
    public void Names_that_are_equal_with_accents_are_equal_without() =>
        Prop.ForAll(Texts, text => VietnameseText.Folded(VietnameseText.Accented(text)) == VietnameseText.Folded(text)).QuickCheckThrowOnFailure();

    /// <summary>Syllables in both normal forms, with odd spaces.</summary>
    private static Arbitrary<string> Texts => Gen.Elements("Hòa", "Hoà", "thuỷ", "ĐẶNG", "Cư", "M’gar", "M'gar", " ", "\t", "ươ", "Ệ", "7", "-")
        .ListOf().Select(parts => string.Concat(parts)).SelectMany(text => Gen.Elements(text.Normalize(NormalizationForm.FormC), text.Normalize(NormalizationForm.FormD))).ToArbitrary();
}
