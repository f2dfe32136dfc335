using Ecosystem.EventSourcing;
using Ecosystem.Notifications;

namespace Ecosystem.UnitTests.Notifications;

public sealed class WatchInboxTests
{
    [Fact]
    public void A_stream_goes_on_after_the_last_event_that_the_client_saw() => Assert.Equal(7, WatchInbox.Seen("7", after: 3));

    [Fact]
    public void A_new_stream_begins_where_the_query_says_or_now()
    {
        Assert.Equal(3, WatchInbox.Seen("", after: 3));
        Assert.Null(WatchInbox.Seen("", after: null));
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("x")]
    [InlineData("1,2")]
    [InlineData("99999999999999999999")]
    public void An_id_that_is_none_of_ours_is_refused(string id) =>
        Assert.Equal(NotificationsProblems.InvalidLastEventId, Assert.Throws<Refused>(() => WatchInbox.Seen(id, after: null)).Problem);

    [Fact]
    public async Task A_watch_remembers_what_arrived_while_nobody_waited()
    {
        using var watch = new Watch(_ => { });

        watch.Signal();
        watch.Signal();

        Assert.True(await watch.Arrived(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken));
        Assert.False(await watch.Arrived(TimeSpan.Zero, TestContext.Current.CancellationToken));
    }
}
