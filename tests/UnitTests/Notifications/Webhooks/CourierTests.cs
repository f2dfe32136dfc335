using Ecosystem.Notifications.Feed;
using Ecosystem.Notifications.Webhooks;
using Microsoft.Extensions.Configuration;

namespace Ecosystem.UnitTests.Notifications.Webhooks;

/// <summary>What was public when the webhook was made may not be so when it is called.</summary>
public sealed class CourierTests
{
    [Theory]
    [InlineData("http://127.0.0.1:9/")]
    [InlineData("http://localhost:9/")]
    [InlineData("https://169.254.169.254/latest/meta-data/")]
    [InlineData("https://[::1]:9/")]
    [InlineData("https://[::ffff:10.0.0.1]/")]
    [InlineData("https://no-such-host.invalid/")]
    public async Task It_does_not_even_try_an_address_that_is_not_public(string url)
    {
        using var courier = new Courier(new(new ConfigurationBuilder().Build()), SignatureTests.Keys, TimeProvider.System);

        var outcome = await courier.Carry(url, CloudEvent.Ping(Guid.NewGuid(), Guid.NewGuid(), DateTimeOffset.UnixEpoch), [WebhookSecret.New()], TestContext.Current.CancellationToken);

        Assert.Equal((null, "no address that may be used"), (outcome.Status, outcome.Answer));
        Assert.False(outcome.IsDelivered);
    }
}
