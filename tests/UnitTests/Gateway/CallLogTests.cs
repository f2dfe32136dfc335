using System.Diagnostics.Metrics;
using System.Security.Cryptography;
using System.Text;
using Ecosystem.EventSourcing;
using Ecosystem.Gateway.CallLog;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Ecosystem.UnitTests.Gateway;

public sealed class CallLogTests
{
    [Fact]
    public async Task A_body_passes_unchanged_and_its_hash_is_the_hash_of_all_of_it()
    {
        var sent = RandomNumberGenerator.GetBytes(10_000);
        using var source = new HashedBody(new MemoryStream(sent), before: "GET /v1/inbox\n"u8.ToArray());
        using MemoryStream arrived = new();
        using var sink = new HashedBody(arrived, before: []);

        await source.CopyToAsync(sink, 777, TestContext.Current.CancellationToken);

        Assert.Equal(sent, arrived.ToArray());
        Assert.Equal((sent.Length, sent.Length), (source.Bytes, sink.Bytes));
        Assert.Equal((Digest([.. "GET /v1/inbox\n"u8, .. sent]), Digest(sent)), (source.Digest(), sink.Digest()));
    }

    [Fact]
    public async Task Without_a_body_the_hash_is_that_of_what_stands_before_it()
    {
        using var source = new HashedBody(new MemoryStream(), before: "GET /v1/inbox\n"u8.ToArray());

        await source.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken);

        Assert.Equal((0, Digest("GET /v1/inbox\n"u8.ToArray())), (source.Bytes, source.Digest()));
    }

    [Fact]
    public async Task A_full_queue_counts_what_it_cannot_take_and_gives_back_the_rest_in_order()
    {
        using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var queue = new CallQueue(services.GetRequiredService<IMeterFactory>());
        for (var n = 0; n < CallQueue.Capacity + 5; n++) queue.Add(Numbered(n));
        queue.Close();

        List<int> taken = [];
        while (await queue.Take(TestContext.Current.CancellationToken) is { Count: > 0 } batch) taken.AddRange(batch.Select(call => call.Status));

        Assert.Equal((5, true), (queue.Lost, queue.IsClosed));
        Assert.Equal(Enumerable.Range(0, CallQueue.Capacity), taken);
    }

    [Theory]
    [InlineData("case-17/2026", true)]
    [InlineData("user@agency", true)]
    [InlineData("12345678", true)]
    [InlineData("123456789", false)]
    [InlineData("id:031088001234", false)]
    [InlineData("1234567890123", true)]
    [InlineData("", false)]
    [InlineData("a\n", false)]
    public void A_delegation_takes_identifiers_and_no_personal_numbers(string user, bool fit)
    {
        var headers = new HeaderDictionary { ["X-User-Id"] = user };

        if (fit) Assert.Equal(user, Delegation.Of(headers)!.User);
        else Assert.Equal("unfit-delegation", Assert.Throws<Refused>(() => Delegation.Of(headers)).Problem.Type);
    }

    [Fact]
    public void A_head_depends_on_every_leaf_and_on_the_head_before()
    {
        byte[] previous = new byte[32], leaves = Call.Hash("a").Concat(Call.Hash("b")).ToArray();
        var head = Proof.HeadOf(previous, leaves);

        Assert.NotEqual(head, Proof.HeadOf(previous, [.. Call.Hash("b"), .. Call.Hash("a")]));
        Assert.NotEqual(head, Proof.HeadOf(Call.Hash("x"), leaves));
        Assert.Equal(Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes("a"))), Convert.ToBase64String(leaves[..32]));
    }

    private static string Digest(byte[] bytes) => Convert.ToBase64String(SHA256.HashData(bytes));

    private static Call Numbered(int number) => new(Guid.NewGuid(), default, "system", "c", null, null, "GET", "/v1", null, number, null, null, 1, 0, "", 0, "", "", null, null);
}
