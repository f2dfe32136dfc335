using System.Text.Json.Nodes;

namespace Ecosystem.EndToEnd;

/// <summary>What people write stays where it is protected: not in spans, not in logs, and unreadable at rest.</summary>
public sealed class PrivacyTests(City city)
{
    private readonly string marker = $"{Guid.NewGuid():N}";
    private readonly string phone = $"09{Random.Shared.Next(10_000_000, 89_999_999)}";

    [Fact]
    public async Task No_span_no_log_line_and_no_stored_fact_shows_what_a_citizen_wrote()
    {
        var citizen = await city.Citizen();
        var trace = new Trace(city);
        await AnsweredReport(citizen, trace);
        await trace.ChainTo(span => span is { Service: "notifications", Name: "mail" });
        string[] secrets = [marker, phone, $"+84{phone[1..]}"];

        var (spans, logs) = (await Spans(), Logs());

        Assert.Contains(trace.Id, spans, StringComparison.Ordinal);
        Assert.NotEmpty(logs);
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, spans, StringComparison.OrdinalIgnoreCase));
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, logs, StringComparison.OrdinalIgnoreCase));
        foreach (var secret in secrets) Assert.Equal(0, await Stored(secret));
    }

    private async Task AnsweredReport(Api citizen, Trace trace)
    {
        var unit = await city.Official(City.Committee);
        (await citizen.Put("/v1/preferences", new { language = "vi", email = $"{marker}@example.vn" }, trace.Header)).Is(200);
        var report = (await citizen.Post("/v1/reports", Report(), trace.Header)).Is(201).Id;
        (await unit.Get($"/v1/reports/{report}", trace.Header)).Is(200);
        (await unit.Post($"/v1/reports/{report}/acceptance", null, trace.Header)).Is(200);
        (await unit.Post($"/v1/reports/{report}/answer", new { answer = $"Đã sửa xong {marker}." }, trace.Header)).Is(200);
        (await citizen.Post($"/v1/reports/{report}/rating", new { rating = 5, comment = marker }, trace.Header)).Is(200);
        (await citizen.Post("/v1/reports", new { category = marker, text = marker, commune = marker }, trace.Header)).Is(400);
    }

    private object Report() => new
    {
        category = "lighting",
        text = $"Đèn đường hỏng {marker}.",
        commune = City.CuaNam,
        place = new { latitude = 21.0285, longitude = 105.8412, description = marker },
        contact = new { phone, email = $"{marker}@example.vn" },
    };

    /// <summary>The newest traces in full.</summary>
    private async Task<string> Spans()
    {
        var sink = new Api(city.Processes.TraceSink.Address, null, "anyone");
        var traces = JsonNode.Parse((await sink.Get("/api/traces?limit=200")).Text)!.AsArray().Select(trace => $"{trace!["traceId"]}");
        var texts = await Task.WhenAll(traces.Select(async trace => (await sink.Get($"/api/traces/{trace}")).Text));
        return string.Concat(texts);
    }

    private string Logs() => string.Concat(city.Processes.Instances.Select(process => File.ReadAllText(process.Log)));

    /// <summary>Events and views that hold a text, in every service's database.</summary>
    private async Task<long> Stored(string text)
    {
        var found = 0L;
        foreach (var service in new[] { "coordination", "feedback", "campaigns", "notifications" })
            found += await city.Count(service, "select (select count(*) from mt_events where data::text || headers::text ilike $1) + (select count(*) from views where data::text ilike $1)", $"%{text}%");
        return found;
    }
}
