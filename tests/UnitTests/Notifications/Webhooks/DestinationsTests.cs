using System.Net;
using Ecosystem.Notifications;
using Ecosystem.Notifications.Webhooks;
using Microsoft.Extensions.Configuration;

namespace Ecosystem.UnitTests.Notifications.Webhooks;

/// <summary>Nobody gets us to call ourselves, our neighbours or the cloud's metadata, however the address is written.</summary>
public sealed class DestinationsTests
{
    [Theory]
    [InlineData("https://127.0.0.1/")]
    [InlineData("https://127.1/")]
    [InlineData("https://127.0.1/")]
    [InlineData("https://2130706433/")]
    [InlineData("https://0x7f000001/")]
    [InlineData("https://0x7f.0.0.1/")]
    [InlineData("https://0177.0.0.1/")]
    [InlineData("https://017700000001/")]
    [InlineData("https://127.0.0.1./")]
    [InlineData("https://127.255.255.254/")]
    [InlineData("https://%31%32%37.0.0.1/")]
    [InlineData("https://127%2e0%2e0%2e1/")]
    [InlineData("https://１２７.０.０.１/")]
    [InlineData("https://①②⑦.⓪.⓪.①/")]
    [InlineData("https://127。0。0。1/")]
    [InlineData("https://localhost/")]
    [InlineData("https://LOCALHOST./")]
    [InlineData("https://[::1]/")]
    [InlineData("https://[::]/")]
    [InlineData("https://[0:0:0:0:0:0:0:1]/")]
    [InlineData("https://[::ffff:127.0.0.1]/")]
    [InlineData("https://[::ffff:7f00:1]/")]
    [InlineData("https://[::127.0.0.1]/")]
    [InlineData("https://[64:ff9b::7f00:1]/")]
    [InlineData("https://[64:ff9b:1::7f00:1]/")]
    [InlineData("https://[2002:7f00:1::]/")]
    [InlineData("https://0.0.0.0/")]
    [InlineData("https://0/")]
    [InlineData("https://169.254.169.254/latest/meta-data/")]
    [InlineData("https://2852039166/")]
    [InlineData("https://0xa9fea9fe/")]
    [InlineData("https://0251.0376.0251.0376/")]
    [InlineData("https://169.254.43518/")]
    [InlineData("https://169.16689662/")]
    [InlineData("https://[::ffff:169.254.169.254]/")]
    [InlineData("https://[::ffff:a9fe:a9fe]/")]
    [InlineData("https://[64:ff9b::a9fe:a9fe]/")]
    [InlineData("https://[2002:a9fe:a9fe::]/")]
    [InlineData("https://[fe80::1]/")]
    [InlineData("https://[fe80::1%25eth0]/")]
    [InlineData("https://[fd00:ec2::254]/")]
    [InlineData("https://[ff02::1]/")]
    [InlineData("https://10.0.0.1/")]
    [InlineData("https://172.16.0.1/")]
    [InlineData("https://192.168.1.1/")]
    [InlineData("https://100.64.0.1/")]
    [InlineData("https://224.0.0.1/")]
    [InlineData("https://255.255.255.255/")]
    [InlineData("https://no-such-host.invalid/")]
    public async Task An_address_that_is_not_public_is_refused(string url) => Assert.NotNull(await Check(url));

    [Theory]
    [InlineData("http://8.8.8.8/")]
    [InlineData("https://user:password@8.8.8.8/")]
    [InlineData("https://user@8.8.8.8/")]
    [InlineData("https://8.8.8.8:22/")]
    [InlineData("https://8.8.8.8:6379@127.0.0.1/")]
    [InlineData("https://8.8.8.8/#part")]
    [InlineData("ftp://8.8.8.8/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("gopher://8.8.8.8/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("//8.8.8.8/")]
    [InlineData("not an address")]
    [InlineData("https://")]
    [InlineData("https:///")]
    public async Task An_address_that_is_no_plain_https_one_is_refused(string url) => Assert.Equal(NotificationsProblems.WebhookAddressMalformed, await Check(url));

    [Theory]
    [InlineData("https://8.8.8.8/hook")]
    [InlineData("https://8.8.8.8:8443/hook?tenant=1")]
    [InlineData("https://[2606:4700::1111]/")]
    public async Task A_public_address_is_taken(string url) => Assert.Null(await Check(url));

    [Theory]
    [InlineData("127.0.0.1/32", "http://127.0.0.1:9000/", true)]
    [InlineData("127.0.0.1/32", "http://127.0.0.2:9000/", false)]
    [InlineData("10.0.0.0/8, 192.168.7.0/24", "http://192.168.7.9/", true)]
    [InlineData("localhost", "http://localhost:9000/", true)]
    [InlineData("localhost", "http://127.0.0.1:9000/", false)]
    [InlineData("localhost", "http://localhost:22/", false)]
    public async Task What_is_named_may_be_used_also_over_http(string allowed, string url, bool taken) => Assert.Equal(taken, await Check(url, allowed) is null);

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("no-such-host.invalid")]
    public async Task Whoever_connects_gets_no_address_either(string host) =>
        Assert.Empty(await With("").Resolve(host, TestContext.Current.CancellationToken));

    [Fact]
    public async Task Whoever_connects_gets_the_very_addresses_that_were_checked() =>
        Assert.Equal([IPAddress.Parse("8.8.8.8")], await With("").Resolve("8.8.8.8", TestContext.Current.CancellationToken));

    private static async Task<EventSourcing.Problem?> Check(string url, string allowed = "") => await With(allowed).Check(url, TestContext.Current.CancellationToken);

    private static Destinations With(string allowed) =>
        new(new ConfigurationBuilder().AddInMemoryCollection([new("ECOSYSTEM_WEBHOOK_ALLOW", allowed)]).Build());
}
