using Ecosystem.EndToEnd.BadInput;

namespace Ecosystem.EndToEnd.Faults;

/// <summary>All processes of a service are gone: whoever asks is told so at once, and also who it was that failed.</summary>
public sealed class ServiceDownTests(City city) : IAsyncLifetime
{
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync() => await Repair.Everything(city);

    [Fact]
    public async Task Requests_are_refused_within_a_second_and_served_again_once_it_is_back()
    {
        var operators = await city.Operator();
        var (first, second) = (city.Processes.Of("campaigns", 0), city.Processes.Of("campaigns", 1));
        (await operators.Get("/v1/operations/campaigns")).Is(200);

        first.Kill();
        second.Kill();
        var attempts = new List<Attempt>();
        for (var n = 0; n < 40; n++) attempts.Add(await Attempt.Of(() => operators.Get("/v1/operations/campaigns")));
        await Task.WhenAll(first.Start(), second.Start());

        Assert.All(attempts, attempt => Assert.True(attempt is { Status: 503, RetryAfter: not null }, $"{attempt}"));
        Assert.InRange(attempts.Count(attempt => attempt.Took < TimeSpan.FromSeconds(1)), 38, 40); // one or two may meet a busy machine
        Assert.Equal("service", attempts[^1].Answer!.IsProblem(503, "service-unreachable")["failedAt"].GetValue<string>());
        await Eventually.Holds(async () => (await operators.Get("/v1/operations/campaigns")).Status == 200, "Campaigns is served again", TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_service_that_dies_while_a_request_is_being_sent_is_no_mistake_of_the_caller()
    {
        var committee = await city.Official(City.Committee);
        using var body = new HalfSent(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(Bodies.Campaign()));

        var sending = committee.Send(HttpMethod.Post, "/v1/campaigns", body, []);
        await body.Begun;
        (await committee.Get("/v1/campaigns?limit=1")).Is(200);    // by now the first one is on its way, too
        city.Processes.Of("campaigns", 0).Kill();
        city.Processes.Of("campaigns", 1).Kill();
        body.GoOn();

        var answer = (await sending).IsProblem(503, "service-unreachable");
        Assert.Equal("service", answer["failedAt"].GetValue<string>());
        Assert.Contains("Retry-After", answer.Headers);
    }

    /// <summary>Stops in the middle until it is told to go on.</summary>
    private sealed class HalfSent : HttpContent
    {
        private readonly byte[] bytes;
        private readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously), goOn = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public HalfSent(byte[] bytes)
        {
            this.bytes = bytes;
            Headers.ContentType = new("application/json");
        }

        public Task Begun => begun.Task;

        public void GoOn() => goOn.SetResult();

        protected override async Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context)
        {
            await stream.WriteAsync(bytes.AsMemory(0, bytes.Length / 2));
            await stream.FlushAsync();
            begun.SetResult();
            await goOn.Task;
            await stream.WriteAsync(bytes.AsMemory(bytes.Length / 2));
        }

        protected override bool TryComputeLength(out long length)
        {
            length = bytes.Length;
            return true;
        }
    }
}
