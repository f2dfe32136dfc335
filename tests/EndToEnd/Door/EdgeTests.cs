using Ecosystem.EndToEnd.BadInput;

namespace Ecosystem.EndToEnd.Door;

/// <summary>What every request meets at the gateway, whatever it asks for.</summary>
public sealed class EdgeTests(City city)
{
    [Fact]
    public async Task Every_answer_has_an_id_and_headers_for_browsers_and_no_banner()
    {
        var citizen = await city.Citizen();
        foreach (var answer in new[] { await citizen.Get("/v1/inbox"), await citizen.Get("/v1/nothing"), await citizen.Get("/v1/inbox?limit=x"), await city.Anyone().Get("/v1/inbox"), await city.Anyone().Get("/health/live") })
        {
            Assert.True(Guid.TryParse(answer.Headers["X-Request-Id"], out _));
            Assert.Equal(("nosniff", "no-referrer", "frame-ancestors 'none'"), (answer.Headers["X-Content-Type-Options"], answer.Headers["Referrer-Policy"], answer.Headers["Content-Security-Policy"]));
            Assert.Empty(answer.Headers.Keys.Intersect(["Server", "X-Powered-By", "Strict-Transport-Security"]));
        }
    }

    [Fact]
    public async Task The_callers_own_id_goes_through_to_the_trace_and_back_and_anything_else_is_refused()
    {
        var (citizen, trace, id) = (await city.Citizen(), new Trace(city), Guid.NewGuid());

        Assert.Equal($"{id}", (await citizen.Get("/v1/inbox", ("X-Request-Id", $"{id:N}"), trace.Header)).Is(200).Headers["X-Request-Id"]);
        await Eventually.Holds(async () => (await trace.Spans()).Any(span => span["ecosystem.request_id"] == $"{id}"), "The id is in the trace");

        foreach (var wrong in new[] { "1", "not-a-uuid", $"{id}x", $"{{{id}}}", new string('9', 300) })
            Assert.NotEqual(wrong, (await citizen.Get("/v1/inbox", ("X-Request-Id", wrong))).IsProblem(400, "invalid-request-id").Headers["X-Request-Id"]);
        (await citizen.Get("/v1/inbox", ("X-Request-Id", $"{id}"), ("X-Request-Id", $"{id}"))).IsProblem(400, "invalid-request-id");
    }

    [Fact]
    public async Task A_body_that_is_announced_as_too_large_for_its_route_is_refused_before_any_of_it_is_sent()
    {
        var token = await city.Processes.Tokens.Citizen("citizen-large");

        var answer = await Raw.Exchange(city.Processes.Gateway, $"POST /v1/inbox/read HTTP/1.1\r\nHost: {city.Processes.Gateway.Authority}\r\nAuthorization: Bearer {token}\r\nContent-Type: application/json\r\nContent-Length: 20000\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 413", answer, StringComparison.Ordinal);
        Assert.Contains("/problems/body-too-large", answer, StringComparison.Ordinal);
    }
}
