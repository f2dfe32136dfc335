using Ecosystem.Notifications.Webhooks;

namespace Ecosystem.UnitTests.Notifications.Webhooks;

public sealed class SignatureTests
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    [Fact]
    public void It_is_the_one_of_the_specifications_libraries() => Assert.Equal(
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        Signature.Of([Secret], "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, """{"test": 2432232314}"""));

    [Fact]
    public void Each_live_secret_signs()
    {
        var other = WebhookSecret.New();

        var both = Signature.Of([other, Secret], "id", 1, "{}").Split(' ');

        Assert.Equal([Signature.Of([other], "id", 1, "{}"), Signature.Of([Secret], "id", 1, "{}")], both);
    }

    [Fact]
    public void A_new_secret_has_32_bytes_and_is_like_no_other()
    {
        Assert.Equal(32, WebhookSecret.Bytes(WebhookSecret.New()).Length);
        Assert.StartsWith("whsec_", WebhookSecret.New(), StringComparison.Ordinal);
        Assert.NotEqual(WebhookSecret.New(), WebhookSecret.New());
    }
}
