using Ecosystem.Feedback.Reports;
using FsCheck;
using FsCheck.Fluent;

namespace Ecosystem.UnitTests.Feedback;

public class TrackingCodeTests
{
    private const string Symbols = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    [Fact]
    public void A_code_has_three_groups_of_four_and_a_check_character() =>
        ForEveryCode(code => Assert.Matches(@"\A([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-Z*~$=]\z", code));

    [Fact]
    public void A_code_is_read_however_it_is_written() => ForEveryCode(code =>
        Assert.All(
            [code, code.Replace("-", ""), code.ToLowerInvariant(), code.Replace('0', 'O'), code.Replace('1', 'I'), code.Replace('1', 'l'), $" {code.Replace('-', ' ')} "],
            written => Assert.Equal(code, TrackingCode.Read(written))));

    [Fact]
    public void Any_single_wrong_character_is_noticed() => ForEveryCode(code =>
    {
        foreach (var place in Places(code))
            foreach (var wrong in Symbols.Where(symbol => symbol != code[place]))
                Assert.Null(TrackingCode.Read(code[..place] + wrong + code[(place + 1)..]));
    });

    [Fact]
    public void Any_two_swapped_characters_are_noticed() => ForEveryCode(code =>
    {
        foreach (var (first, second) in Places(code).SelectMany(first => Places(code).Where(second => second > first && code[first] != code[second]).Select(second => (first, second))))
            Assert.Null(TrackingCode.Read(Swapped(code, first, second)));
    });

    [Theory]
    [InlineData("")]
    [InlineData("7Q2M-9XKD-4TZV")]
    [InlineData("7Q2M-9XKD-4TZV-CC")]
    [InlineData("7U2M-9XKD-4TZV-C")]
    [InlineData("7Q2M_9XKD_4TZV_C")]
    [InlineData("Đ000-0000-0000-0")]
    public void What_is_no_code_is_not_read(string written) => Assert.Null(TrackingCode.Read(written));

    [Fact]
    public void Codes_stay_the_same_for_good() => Assert.Equal("HPSF-76HJ-1BT1-M", TrackingCode.Of(new Guid("0197a3c2-5f00-7abc-8def-0123456789ab")));

    private static IEnumerable<int> Places(string code) => Enumerable.Range(0, code.Length).Where(place => code[place] != '-');

    private static string Swapped(string code, int first, int second)
    {
        var symbols = code.ToCharArray();
        (symbols[first], symbols[second]) = (symbols[second], symbols[first]);
        return new(symbols);
    }

    private static void ForEveryCode(Action<string> holds) => Prop.ForAll<Guid>(id => holds(TrackingCode.Of(id))).QuickCheckThrowOnFailure();
}
