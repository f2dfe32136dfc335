namespace Ecosystem.EndToEnd.BadInput;

/// <summary>A phone that has lost the answer sends its request again, maybe twice, maybe to another instance: one effect, and the answer that it missed.</summary>
public sealed class IdempotencyTests(City city)
{
    public static TheoryData<string> Kinds => [.. Repeatable.Kinds];

    [Theory, MemberData(nameof(Kinds))]
    public async Task Sent_again_it_answers_as_before_and_does_nothing(string kind)
    {
        var command = await Repeatable.Of(city, kind);
        var before = await Stored.EventsBy(city, command.Subject);

        var first = await command.Send(city.Processes.Gateway, "key-1", command.Body);
        var stored = await Stored.EventsBy(city, command.Subject);
        var second = await command.Send(city.Processes.Gateway, "key-1", command.Body);

        Assert.InRange(first.Status, 200, 201);
        Assert.True(stored > before);
        Assert.Equal(Essence(first), Essence(second));
        Assert.Equal(stored, await Stored.EventsBy(city, command.Subject));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Twenty_at_once_over_two_instances_are_one(string kind)
    {
        var (alone, rushed) = (await Repeatable.Of(city, kind), await Repeatable.Of(city, kind));
        var before = await Stored.EventsBy(city, alone.Subject);
        await alone.Send(city.Processes.Gateway, "key-1", alone.Body);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(n => rushed.Send(city.Processes.Of(rushed.Service, n % 2).Address, "key-1", rushed.Body)));

        Assert.All(answers, answer => Assert.InRange(answer.Status, 200, 201));
        Assert.Single(answers.Select(Essence).Distinct());
        Assert.Equal(await Stored.EventsBy(city, alone.Subject) - before, await Stored.EventsBy(city, rushed.Subject) - before);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Another_body_under_the_same_key_is_refused_on_every_instance(string kind)
    {
        var command = await Repeatable.Of(city, kind);
        var first = await command.Send(city.Processes.Of(command.Service, 0).Address, "key-1", command.Body);
        var stored = await Stored.EventsBy(city, command.Subject);

        foreach (var instance in new[] { 0, 1, 1, 0 })
            (await command.Send(city.Processes.Of(command.Service, instance).Address, "key-1", command.Other)).IsProblem(422, "idempotency-key-reused");

        Assert.Equal(Essence(first), Essence(await command.Send(city.Processes.Of(command.Service, 1).Address, "key-1", command.Body)));
        Assert.Equal(stored, await Stored.EventsBy(city, command.Subject));
    }

    [Fact]
    public async Task Another_place_under_the_same_key_is_another_request()
    {
        var scene = await Scene.Of(city);
        var (citizen, committee) = (await city.Citizen(), await city.Official(City.Committee));
        var other = (await committee.Post($"/v1/campaigns/{scene.Campaign}/points", Bodies.Point(5))).Is(201).Id;
        var (path, key) = ($"/v1/campaigns/{scene.Campaign}/enrollments", ("Idempotency-Key", "once"));

        var first = (await citizen.Post(path, new { place = scene.Point }, key)).Is(201);
        (await citizen.Post(path, new { place = other }, key)).IsProblem(422, "idempotency-key-reused");

        Assert.Equal(first.Id, (await citizen.Post(path, new { place = scene.Point }, key)).Is(201).Id);
        (await (await city.Citizen()).Post(path, new { place = other }, key)).Is(201);
        (await citizen.Post(path, new { place = other }, ("Idempotency-Key", "twice"))).Is(201);
    }

    [Fact]
    public async Task Keys_of_different_callers_and_addresses_have_nothing_to_do_with_each_other()
    {
        var (an, binh) = (await city.Citizen(), await city.Citizen());
        var (front, key) = (await city.Official(City.Committee), ("Idempotency-Key", $"{Guid.NewGuid()}"));

        var reports = new[] { await an.Post("/v1/reports", Bodies.Report(), key), await binh.Post("/v1/reports", Bodies.Report(), key) };
        var campaign = await front.Post("/v1/campaigns", Bodies.Campaign(), key);

        Assert.Equal(3, reports.Append(campaign).Select(answer => answer.Is(201).Id).Distinct().Count());
        foreach (var report in reports) (await front.Post($"/v1/reports/{report.Id}/acceptance", null, key)).Is(200);
    }

    private static (int, string, string?, string?, string?) Essence(Answer answer) =>
        (answer.Status, answer.Text, answer.Headers.GetValueOrDefault("ETag"), answer.Headers.GetValueOrDefault("Position"), answer.Headers.GetValueOrDefault("Location"));
}
