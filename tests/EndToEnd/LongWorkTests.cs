using Ecosystem.EndToEnd.BadInput;
using Ecosystem.EndToEnd.Faults;

namespace Ecosystem.EndToEnd;

/// <summary>What takes longer than a request may goes on after it: it is watched, cancelled, and outlives the process that does it.</summary>
public sealed class LongWorkTests(City city) : IAsyncDisposable
{
    private const string Rebuild = "/v1/operations/coordination/projections/directive_inbox/rebuild";
    private readonly ServiceDatabase coordination = new(city.Backends, "coordination");

    public ValueTask DisposeAsync() => coordination.DisposeAsync();

    [Fact]
    public async Task A_rebuild_is_accepted_at_once_and_tells_its_result_where_it_said()
    {
        var operators = await city.Operator();
        (await (await city.Official("01.MTTQ")).Post("/v1/directives", Bodies.Directive(City.Front))).Is(201);
        var key = ("Idempotency-Key", $"{Guid.NewGuid()}");

        var accepted = (await operators.Post(Rebuild, null, key)).Is(202);
        var again = (await operators.Post(Rebuild, null, key)).Is(202);

        Assert.Equal((accepted.Headers["Location"], accepted.Id), (again.Headers["Location"], again.Id));
        Assert.Equal("1", accepted.Headers["Retry-After"]);
        await Is(operators, accepted.Headers["Location"], "succeeded");
        var done = (await operators.Get(accepted.Headers["Location"])).Is(200);
        Assert.Equal(("rebuild", "directive_inbox", 100), ($"{done["kind"]}", $"{done["subject"]}", done["percent"].GetValue<int>()));
        Assert.True(done["result"]["events"]!.GetValue<long>() > 0);
        Assert.False(done.Headers.ContainsKey("Retry-After"));
        Assert.Contains(accepted.Id, (await operators.Get("/v1/operations/coordination/work")).Is(200).Text, StringComparison.Ordinal);
        (await operators.Post($"{accepted.Headers["Location"]}/cancellation", null)).IsProblem(409, "work-is-over");
    }

    [Fact]
    public async Task It_outlives_every_process_that_does_it()
    {
        var operators = await city.Operator();
        string location;
        await using (await Hold())
        {
            location = (await operators.Post(Rebuild, null)).Is(202).Headers["Location"];
            await Is(operators, location, "running");
            for (var instance = 0; instance < 2; instance++) city.Processes.Of("coordination", instance).Kill();
            for (var instance = 0; instance < 2; instance++) await city.Processes.Of("coordination", instance).Start();
            await Eventually.Holds(async () => (await operators.Get(location)) is { Status: 200 } read && read["attempts"].GetValue<int>() >= 2, "Another process has begun it anew");
        }

        await Is(operators, location, "succeeded");
    }

    [Fact]
    public async Task Cancelled_it_stops_and_leaves_the_list_as_it_was()
    {
        var operators = await city.Operator();
        await using (await Hold())
        {
            var location = (await operators.Post(Rebuild, null)).Is(202).Headers["Location"];
            await Is(operators, location, "running");

            (await operators.Post($"{location}/cancellation", null)).Is(200);
            (await operators.Post($"{location}/cancellation", null)).Is(200);

            await Is(operators, location, "cancelled");
            await Eventually.Holds(async () => await city.Count("coordination", "select count(*) from pg_class where relname = 'projection_directive_inbox_next'") == 0, "Nothing of it is left");
        }

        (await (await city.Official(City.Front)).Get("/v1/directives")).Is(200);
        await Is(operators, (await operators.Post(Rebuild, null)).Is(202).Headers["Location"], "succeeded");
    }

    [Fact]
    public async Task What_is_not_there_is_not_rebuilt_and_not_shown()
    {
        var operators = await city.Operator();

        (await operators.Post(Rebuild.Replace("directive_inbox", "nothing", StringComparison.Ordinal), null)).IsProblem(404, "no-such-projection");
        (await operators.Get($"/v1/operations/coordination/work/{Guid.NewGuid()}")).Is(404);
        (await (await city.Official(City.Front)).Get("/v1/operations/coordination/work")).Is(403);
    }

    private static Task Is(Api operators, string location, string status) =>
        Eventually.Holds(async () => (await operators.Get(location)) is { Status: 200 } read && $"{read["status"]}" == status, $"{location} is {status}", TimeSpan.FromSeconds(60));

    /// <summary>Keeps the rebuild from its last step, as much work would.</summary>
    private Task<IAsyncDisposable> Hold() => coordination.HoldCheckpoint("projection:directive_inbox");
}
