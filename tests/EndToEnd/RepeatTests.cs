namespace Ecosystem.EndToEnd;

/// <summary>What a caller that asks twice is told: that a write was a repeat, and that a thing has not changed.</summary>
public sealed class RepeatTests(City city)
{
    [Fact]
    public async Task A_repeated_write_answers_the_same_and_says_that_it_is_a_repeat()
    {
        var citizen = await city.Citizen();
        var first = (await citizen.Post("/v1/reports", Bodies.Report(), ("Idempotency-Key", "once"))).Is(201);
        var second = (await citizen.Post("/v1/reports", Bodies.Report(), ("Idempotency-Key", "once"))).Is(201);
        var other = (await citizen.Post("/v1/reports", Bodies.Report(), ("Idempotency-Key", "twice"))).Is(201);

        Assert.Equal(first.Text, second.Text);
        Assert.Equal("true", second.Headers["Idempotency-Replayed"]);
        Assert.All([first, other], answer => Assert.DoesNotContain("Idempotency-Replayed", answer.Headers.Keys));
    }

    [Fact]
    public async Task A_version_that_the_caller_has_is_not_sent_again()
    {
        var citizen = await city.Citizen();
        var address = $"/v1/reports/{(await citizen.Post("/v1/reports", Bodies.Report())).Is(201).Id}";
        var tag = (await citizen.Get(address)).Is(200).Headers["ETag"];

        var known = (await citizen.Get(address, ("If-None-Match", tag))).Is(304);
        Assert.Equal(("", tag), (known.Text, known.Headers["ETag"]));
        (await citizen.Get(address, ("If-None-Match", $"\"99\", {tag}"))).Is(304);
        (await citizen.Get(address, ("If-None-Match", "\"99\""))).Is(200);

        (await (await city.Official(City.Committee)).Post($"{address}/acceptance", null)).Is(200);
        (await citizen.Get(address, ("If-None-Match", tag))).Is(200);
    }
}
