using Ecosystem.Notifications.Webhooks;
using Microsoft.Extensions.Configuration;

namespace Ecosystem.UnitTests.Notifications.Webhooks;

public sealed class SignatureTests
{
    internal static readonly PublicKeys Keys =
        new(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["ECOSYSTEM_MASTER_KEY"] = Convert.ToBase64String(new byte[32]) }).Build());

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
    public void Ed25519_is_that_of_RFC_8032()
    {
        var seed = Convert.FromHexString("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb");

        Assert.Equal("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", Convert.ToHexStringLower(Ed25519.PublicKey(seed)));
        Assert.Equal(
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
            Convert.ToHexStringLower(Ed25519.Sign(seed, [0x72])));
    }

    [Fact]
    public void Each_secret_has_a_key_pair_of_its_own_that_follows_from_it()
    {
        Assert.Equal(Keys.Of(Secret), Keys.Of(Secret));
        Assert.Matches("^whpk_[A-Za-z0-9+/]{43}=$", Keys.Of(Secret));
        Assert.NotEqual(Keys.Of(Secret), Keys.Of(WebhookSecret.New()));
        Assert.Equal(2, Keys.Signatures([Secret, WebhookSecret.New()], "id", 1, "{}").Split(" v1a,").Length - 1);
    }

    [Fact]
    public void A_new_secret_has_32_bytes_and_is_like_no_other()
    {
        Assert.Equal(32, WebhookSecret.Bytes(WebhookSecret.New()).Length);
        Assert.StartsWith("whsec_", WebhookSecret.New(), StringComparison.Ordinal);
        Assert.NotEqual(WebhookSecret.New(), WebhookSecret.New());
    }
}
