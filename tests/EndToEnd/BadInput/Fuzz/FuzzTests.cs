using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Ecosystem.EndToEnd.BadInput.Fuzz;

/// <summary>Thousands of generated requests at every documented operation, by callers who may use it: whatever comes in, nothing breaks.</summary>
public sealed class FuzzTests(City city, ITestOutputHelper output) : IAsyncLifetime
{
    private const int ShotsEach = 20;

    /// <summary>Bytes of a body that a connection does not hold: refused before it is read, it ends its connection.</summary>
    private const int Large = 8 * 1024;

    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(30) };

    private readonly ConcurrentQueue<string> faults = new();

    private readonly ConcurrentDictionary<(string Operation, int Status), int> answers = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>Some of what comes in is right, and changes rules that other tests rely on.</summary>
    public async ValueTask DisposeAsync() => await City.LetSend(City.Much, await city.Official("01.UBND", "coordinator"));

    [Fact]
    public async Task Whatever_comes_in_is_answered_or_refused_and_breaks_nothing()
    {
        var scene = await Scene.Of(city);
        var (operations, values, callers) = (await Operation.All(city), new Values(scene), await Callers.Of(city, scene));
        var shots = operations.SelectMany((operation, nr) => Enumerable.Range(0, ShotsEach).Select(n => Shot.Make(1000 * nr + n, operation, values)));

        await Parallel.ForEachAsync(shots.OrderBy(shot => shot.Seed % 1000), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (shot, _) => await Fire(shot, callers));

        Summarise(operations);
        Assert.True(faults.IsEmpty, string.Join("\n\n----\n\n", faults.Take(5)) + $"\n\n{faults.Count} faults");
        Assert.All(operations, operation => Assert.Contains(answers.Keys, answer => answer.Operation == $"{operation}" && answer.Status is not (401 or 403)));
        await StillWorks();
    }

    private async Task Fire(Shot shot, Callers callers)
    {
        var random = new Random(shot.Seed);
        var address = random.Next(2) == 0 ? city.Processes.Gateway : city.Processes.Of(shot.Operation.Service, random.Next(2)).Address;
        try
        {
            using var request = shot.Request(address, callers.For(shot.Operation, random));
            request.Headers.ConnectionClose = shot.Body?.Length > Large;    // the next one must not find itself on that
            using var response = await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            answers.AddOrUpdate(($"{shot.Operation}", (int)response.StatusCode), 1, (_, times) => times + 1);
            var text = response.Content.Headers.ContentType?.MediaType == "text/event-stream" ? "" : await response.Content.ReadAsStringAsync();
            if (!IsProper((int)response.StatusCode, $"{response.Content.Headers.ContentType}", text)) faults.Enqueue($"{shot}\n\n-> {(int)response.StatusCode} {response.Content.Headers.ContentType}\n{text}");
        }
        catch (Exception broken) when (broken is HttpRequestException or TaskCanceledException)
        {
            if (shot.Body?.Length > Large) return;    // the door may be shut while somebody still pushes too much through it
            faults.Enqueue($"{shot}\n\n-> {broken.Message} {broken.InnerException?.Message}");
        }
    }

    private static bool IsProper(int status, string contentType, string text) => status switch
    {
        >= 200 and < 300 => true,
        >= 400 and < 500 when text.StartsWith("[{\"code\":", StringComparison.Ordinal) || text.Contains("<errors>", StringComparison.Ordinal) => true,    // as Open311 has it
        >= 400 and < 500 => contentType.StartsWith("application/problem+json", StringComparison.Ordinal) && JsonNode.Parse(text) is { } problem
            && new[] { "type", "title", "status", "traceId" }.All(member => problem[member] is not null),
        _ => false,
    };

    private void Summarise(Operation[] operations)
    {
        output.WriteLine($"{answers.Values.Sum()} answers: {string.Join(", ", answers.GroupBy(answer => answer.Key.Status).OrderBy(group => group.Key).Select(group => $"{group.Key} x {group.Sum(answer => answer.Value)}"))}");
        output.WriteLine($"never successful: {string.Join(", ", operations.Where(operation => !answers.Keys.Any(answer => answer.Operation == $"{operation}" && answer.Status < 300)))}");
    }

    /// <summary>Every process is ready, and a report goes its whole way to the message about it.</summary>
    private async Task StillWorks()
    {
        foreach (var process in city.Processes.Instances) Assert.True(process.Runs && await process.IsReady(), process.Name);
        var citizen = await city.Citizen();
        var code = (await citizen.Post("/v1/reports", Bodies.Report())).Is(201)["code"].GetValue<string>();
        await Eventually.Holds(async () => (await citizen.Get("/v1/inbox")).Is(200).Text.Contains(code, StringComparison.Ordinal), "the message about a report", TimeSpan.FromSeconds(60));
    }
}
