using System.Globalization;
using System.Net.Http.Json;

namespace Ecosystem.Local;

/// <summary>
/// After the broker has lost what was in it: every service's relay publishes again, all or from a time on. Who has heard it
/// before finds the work done, so too much does no harm. Works on any ecosystem that ECOSYSTEM_GATEWAY and ECOSYSTEM_TOKEN
/// (of an operator) name; without them on the one of deploy/run.
/// </summary>
internal static class RewindCommand
{
    public static async Task<int> Run(string from, Progress progress, CancellationToken ct)
    {
        var (command, ports) = (Command(from), Workspace.OfRun.Ports);
        using var http = new HttpClient { BaseAddress = new Uri(Variable("ECOSYSTEM_GATEWAY") ?? $"http://127.0.0.1:{ports.Of("gateway")}") };
        http.DefaultRequestHeaders.Authorization = new("Bearer", Variable("ECOSYSTEM_TOKEN") ?? await LocalOperator(ports, ct));
        foreach (var service in LocalEcosystem.Services)
        {
            using var answer = await http.PostAsJsonAsync($"v1/operations/{service}/relay/rewind", command, ct);
            var said = await answer.Content.ReadAsStringAsync(ct);
            progress.Say(answer.IsSuccessStatusCode ? $"{service} publishes again: {said}" : throw new LocalProblem($"{service} answered {(int)answer.StatusCode}: {said}"));
        }
        return 0;
    }

    private static object Command(string from) => from == "all" ? new { position = 0 }
        : DateTimeOffset.TryParse(from, CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal, out var time) ? new { time }
        : throw new LocalProblem($"'{from}' is no time: rewind all, or e.g. rewind 2026-11-22T08:00+07:00");

    private static async Task<string> LocalOperator(Ports ports, CancellationToken ct)
    {
        try
        {
            return await new Tokens(new Uri($"http://127.0.0.1:{ports.Issuer}")).System("operations-console", ["operations"], ct);
        }
        catch (HttpRequestException)
        {
            throw new LocalProblem("No deploy/run is up here. Say which ecosystem: ECOSYSTEM_GATEWAY and ECOSYSTEM_TOKEN.");
        }
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name);
}
