using Ecosystem.Notifications;

namespace Ecosystem.UnitTests.Notifications;

public sealed class CreateMessageTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 3, 0, 0, TimeSpan.Zero);
    private static readonly Note Note = Note.Of("citizen-1", Templates.ReportReceived, ("reportId", "1"), ("code", "K7Q2"));

    [Fact]
    public void A_fact_becomes_a_message_in_the_recipients_language()
    {
        var events = CreateMessage.Decide(Note, Message.None, TextLanguage.En, Now);

        var created = Assert.IsType<MessageCreated>(Assert.Single(events));
        Assert.Equal(("citizen-1", "report-received", TextLanguage.En, Now), (created.Recipient, created.Template, created.Language, created.At));
        Assert.Equal("K7Q2", created.Arguments["code"]);
    }

    [Fact]
    public void The_same_fact_once_more_changes_nothing()
    {
        var after = Message.Evolve(Message.None, new MessageCreated("citizen-1", "report-received", Note.Arguments, TextLanguage.Vi, Now));

        Assert.Empty(CreateMessage.Decide(Note, after, TextLanguage.En, Now.AddDays(1)));
    }

    [Fact]
    public void A_contract_that_lacks_a_member_makes_no_message()
    {
        Assert.Throws<ArgumentNullException>(() => Note.Of(null!, Templates.ReportReceived));
        Assert.Throws<ArgumentNullException>(() => Note.Of("citizen-1", Templates.ReportReceived, ("code", null!)));
    }

    [Fact]
    public void Only_a_new_message_is_announced()
    {
        Assert.Equal(new Contracts.MessageCreated(Id, "citizen-1"), Assert.Single(Announced(CreateMessage.Decide(Note, Message.None, TextLanguage.Vi, Now)[0])));
        Assert.Empty(Announced(new MessageMailed(Now)));
    }

    [Fact]
    public void The_time_of_a_fact_is_read_from_its_id()
    {
        Assert.Equal(Now, Measures.TimeOf(Guid.CreateVersion7(Now)));
        Assert.Null(Measures.TimeOf(Guid.NewGuid()));
        Assert.Null(Measures.TimeOf(null));
    }

    private static readonly Guid Id = Guid.CreateVersion7(Now);

    private static IEnumerable<object> Announced(MessageEvent happened) =>
        Announcements.Of(new(Position: 1, Guid.NewGuid(), Id, Version: 1, "", happened, Now, By: null, TraceParent: null));
}
