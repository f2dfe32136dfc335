using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.Extensions.Configuration;

namespace Ecosystem.UnitTests.ServiceDefaults;

public sealed class CursorTests
{
    private static readonly Cursors Cursors = With(1);

    [Fact]
    public void A_cursor_says_to_its_own_list_what_it_said_before() => Assert.Equal("17:Cửa Nam", Cursors.Open(Cursors.Close("17:Cửa Nam", "/v1/reports"), "/v1/reports"));

    [Fact]
    public void Another_list_another_key_and_every_changed_character_are_refused()
    {
        var cursor = Cursors.Close("17:0198c0de", "/v1/reports");

        Refused(Cursors, cursor, "/v1/directives");
        Refused(With(2), cursor, "/v1/reports");
        Assert.All(Enumerable.Range(0, cursor.Length), at => Refused(Cursors, $"{cursor[..at]}{(cursor[at] == 'A' ? 'B' : 'A')}{cursor[(at + 1)..]}", "/v1/reports"));
        Refused(Cursors, cursor[..^1], "/v1/reports");
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense!")]
    [InlineData("MTc6")]
    [InlineData("AAAAAAAAAAAAAAAA")]
    public void What_is_no_cursor_is_refused(string text) => Refused(Cursors, text, "/v1/reports");

    private static void Refused(Cursors cursors, string cursor, string list) => Assert.Same(Problem.BadCursor, Assert.Throws<Refused>(() => cursors.Open(cursor, list)).Problem);

    private static Cursors With(byte first) =>
        new(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["ECOSYSTEM_MASTER_KEY"] = Convert.ToBase64String([first, .. new byte[31]]) }).Build());
}
