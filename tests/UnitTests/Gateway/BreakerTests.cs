using Ecosystem.Gateway.Forwarding;

namespace Ecosystem.UnitTests.Gateway;

public sealed class BreakerTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Three_failures_in_a_row_open_it_and_an_answer_between_them_does_not()
    {
        var breaker = new Breaker();

        Assert.False(breaker.Failed(Now));
        Assert.False(breaker.Failed(Now));
        breaker.Answered(Now);
        Assert.False(breaker.Failed(Now));
        Assert.False(breaker.Failed(Now));
        Assert.True(breaker.Admits(Now, sick: false));
        Assert.True(breaker.Failed(Now));
        Assert.False(breaker.Admits(Now, sick: false));
        Assert.False(breaker.Failed(Now)); // it tells once
    }

    [Fact]
    public void An_open_one_lets_one_request_try_in_a_while_and_ever_more_seldom()
    {
        var breaker = Opened();

        var trials = Enumerable.Range(0, 30_000).Where(millisecond => breaker.Admits(Now.AddMilliseconds(millisecond), sick: false)).ToList();

        Assert.Equal([500, 1000, 2000, 4000, 8000, 13000, 18000, 23000, 28000], trials);
    }

    [Fact]
    public void The_first_answer_closes_it()
    {
        var breaker = Opened();

        breaker.Answered(Now);

        Assert.All(Enumerable.Range(0, 10), _ => Assert.True(breaker.Admits(Now, sick: false)));
    }

    [Fact]
    public void A_destination_that_health_checks_find_sick_and_that_answers_nobody_is_tried_by_few()
    {
        var breaker = new Breaker();
        breaker.Answered(Now);

        Assert.All(Enumerable.Range(0, 10), _ => Assert.True(breaker.Admits(Now.AddSeconds(1), sick: true)));
        Assert.Equal(1, Enumerable.Range(0, 10).Count(_ => breaker.Admits(Now.AddSeconds(2), sick: true)));
        breaker.Answered(Now.AddSeconds(2));
        Assert.All(Enumerable.Range(0, 10), _ => Assert.True(breaker.Admits(Now.AddSeconds(2), sick: true)));
    }

    private static Breaker Opened()
    {
        var breaker = new Breaker();
        for (var failure = 0; failure < 3; failure++) breaker.Failed(Now);
        return breaker;
    }
}
