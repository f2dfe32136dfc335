using System.Globalization;
using Ecosystem.EndToEnd.BadInput;

namespace Ecosystem.EndToEnd.Door;

/// <summary>A service that takes its time, and a gateway that carries ten requests at once: what can wait is sent away first.</summary>
[Collection<BesideTheCity>]
public sealed class SheddingTests(City city)
{
    private static readonly (string, string)[] Small =
    [
        .. City.NoLimits.Select(setting => (setting.Key, setting.Value)),
        ("Shedding__Least", "10"), ("Shedding__Most", "10"),
        ("ReverseProxy__Routes__all__ClusterId", "feedback"), ("ReverseProxy__Routes__all__Match__Path", "/v1/reports/export"), ("ReverseProxy__Routes__all__Metadata__Class", "export"),
        ("ReverseProxy__Routes__sum__ClusterId", "feedback"), ("ReverseProxy__Routes__sum__Match__Path", "/v1/reports/sum"), ("ReverseProxy__Routes__sum__Metadata__Class", "analytics"),
    ];

    [Fact]
    public async Task Exports_go_first_then_analytics_then_reads_and_submits_last()
    {
        await using var doors = await Doors.Open(city, 1, Small);
        var citizen = await doors.Citizen();
        var goOn = new TaskCompletionSource();
        doors.Service.Answer = async http =>
        {
            if (http.Request.Method == "POST") await goOn.Task;
        };
        List<Task<Answer>> held = [];

        // Each is served up to its part of the ten, and no further.
        foreach (var (path, served) in new[] { ("/v1/reports/export", 5), ("/v1/reports/sum", 7), ("/v1/reports/1", 9) })
        {
            await Hold(served - 1);
            (await citizen.Get(path)).Is(200);
            await Hold(served);
            var away = (await citizen.Get(path)).IsProblem(503, "temporary-reduced-capacity");
            Assert.Equal("gateway", away["failedAt"].GetValue<string>());
            Assert.InRange(int.Parse(away.Headers["Retry-After"], CultureInfo.InvariantCulture), 1, 3);
        }

        await Hold(10);
        (await citizen.Post("/v1/reports", new { })).IsProblem(503, "temporary-reduced-capacity");
        goOn.SetResult();
        Assert.All(await Task.WhenAll(held), answer => answer.Is(200));
        (await citizen.Get("/v1/reports/export")).Is(200);

        async Task Hold(int submits)
        {
            while (held.Count < submits) held.Add(citizen.Post("/v1/reports", new { }));
            await Eventually.Holds(() => Task.FromResult(doors.Service.Arrived.Count(request => request.Method == "POST") == submits), $"{submits} submits are under way");
        }
    }
}
