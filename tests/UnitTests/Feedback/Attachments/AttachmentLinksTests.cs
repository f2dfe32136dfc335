using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Attachments;
using Ecosystem.ServiceDefaults;
using Microsoft.Extensions.Configuration;
using static Ecosystem.UnitTests.Feedback.Given;

namespace Ecosystem.UnitTests.Feedback.Attachments;

public class AttachmentLinksTests
{
    private static readonly LinkedFile Photo = new(Guid.CreateVersion7(Now), 3, IsThumbnail: false, Now.AddMinutes(10));

    [Fact]
    public void A_link_leads_to_its_file_until_it_ends()
    {
        var token = At(Now).Write(Photo);

        Assert.Equal(Photo, At(Now).Read(token));
        Assert.Equal(Photo, At(Photo.ExpiresAt.AddMilliseconds(-1)).Read(token));
        Assert.Equal(AttachmentProblems.LinkExpired, ProblemOf(() => At(Photo.ExpiresAt).Read(token)));
    }

    [Fact]
    public void No_character_of_it_can_be_changed()
    {
        var token = At(Now).Write(Photo);

        // The last character carries two bits that say nothing; the decoder refuses them where they are set.
        for (var place = 0; place < token.Length; place++)
            Assert.Equal(Problem.NotFound, ProblemOf(() => At(Now).Read($"{token[..place]}{(token[place] == 'A' ? 'B' : 'A')}{token[(place + 1)..]}")));
    }

    [Fact]
    public void Another_master_key_has_other_links() => Assert.Equal(Problem.NotFound, ProblemOf(() => At(Now, key: 1).Read(At(Now).Write(Photo))));

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("../../etc/passwd")]
    [InlineData("ế")]
    public void What_is_no_link_leads_nowhere(string written) => Assert.Equal(Problem.NotFound, ProblemOf(() => At(Now).Read(written)));

    [Fact]
    public void A_very_long_one_leads_nowhere_either() => Assert.Equal(Problem.NotFound, ProblemOf(() => At(Now).Read(new('A', 100_000))));

    private static AttachmentLinks At(DateTimeOffset time, byte key = 0) => new(
        new KeyedHash(new ConfigurationBuilder().AddInMemoryCollection([new("ECOSYSTEM_MASTER_KEY", Convert.ToBase64String([.. Enumerable.Repeat(key, 32)]))]).Build()), new Clock(time));

    private sealed class Clock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
