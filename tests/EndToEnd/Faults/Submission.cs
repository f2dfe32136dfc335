using System.Diagnostics;
using System.Globalization;

namespace Ecosystem.EndToEnd.Faults;

/// <summary>One request as its caller saw it.</summary>
/// <param name="Status">0 when there was no answer at all.</param>
internal sealed record Attempt(int Status, TimeSpan Took, string Text, TimeSpan? RetryAfter)
{
    public static async Task<Attempt> Of(Func<Task<Answer>> request)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            var answer = await request();
            var after = answer.Headers.TryGetValue("Retry-After", out var seconds) ? TimeSpan.FromSeconds(int.Parse(seconds, CultureInfo.InvariantCulture)) : (TimeSpan?)null;
            return new(answer.Status, watch.Elapsed, answer.Text, after);
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
        {
            return new(0, watch.Elapsed, failure.Message, null);
        }
    }
}

/// <summary>A report with all the tries that it took to have it accepted, under one Idempotency-Key.</summary>
/// <param name="Report">The id that the service gave it.</param>
internal sealed record Submission(Api By, string Report, IReadOnlyList<Attempt> Attempts)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Tries until it is accepted, as an app does: after the time that the refusal asks for.</summary>
    public static async Task<Submission> Make(Api by)
    {
        var key = Guid.NewGuid().ToString("N");
        List<Attempt> attempts = [];
        for (var watch = Stopwatch.StartNew(); ; await Task.Delay(attempts[^1].RetryAfter ?? TimeSpan.FromSeconds(1)))
        {
            attempts.Add(await Attempt.Of(() => by.Post("/v1/reports", Bodies.Report(), ("Idempotency-Key", key))));
            if (attempts[^1].Status == 201) return new(by, System.Text.Json.Nodes.JsonNode.Parse(attempts[^1].Text)!["id"]!.GetValue<string>(), attempts);
            Assert.True(watch.Elapsed < Patience, $"Never accepted; at last {attempts[^1]}");
        }
    }
}
