using Ecosystem.EndToEnd.Door;

namespace Ecosystem.EndToEnd.BadInput;

/// <summary>Requests that no client would send, straight onto the gateway's socket: each is refused at once, none reaches the service in another meaning, and the next one is served.</summary>
[Collection<BesideTheCity>]
public sealed class RawSocketTests(RawSocketTests.OneDoor one) : IClassFixture<RawSocketTests.OneDoor>
{
    private const string Close = "Connection: close\r\n";
    private readonly Doors doors = one.Doors;
    private readonly string head = one.Head;

    [Fact]
    public async Task A_body_has_one_length() => await AllAreRefused(
        Post("Content-Length: 2\r\nContent-Length: 2\r\n", "{}"),
        Post("Content-Length: 2\r\nContent-Length: 40\r\n", "{}"),
        Post("Content-Length: 2, 2\r\n", "{}"),
        Post("Content-Length: 0x2\r\n", "{}"),
        Post("Content-Length: 99999999999999999999\r\n", "{}"),
        Post("Content-Length: 4\r\nTransfer-Encoding: chunked\r\n", $"0\r\n\r\nGET /v1/categories HTTP/1.1\r\n{head}\r\n"),
        Post("Transfer-Encoding: chunked\r\nContent-Length: 2\r\n", "2\r\n{}\r\n0\r\n\r\n"),
        Post("Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n", "2\r\n{}\r\n0\r\n\r\n"),
        Post("Transfer-Encoding: chunked, identity\r\n", "2\r\n{}\r\n0\r\n\r\n"),
        Post("Transfer-Encoding: xchunked\r\n", "2\r\n{}\r\n0\r\n\r\n"),
        Post("Transfer-Encoding:\u000bchunked\r\n", "2\r\n{}\r\n0\r\n\r\n"),
        Post("Transfer-Encoding : chunked\r\n", "2\r\n{}\r\n0\r\n\r\n"),
        Post("X: y\r\n Transfer-Encoding: chunked\r\n", "2\r\n{}\r\n0\r\n\r\n"));

    [Fact]
    public async Task Chunks_are_as_they_should_be() => await AllAreRefused(
        Post("Transfer-Encoding: chunked\r\n", "-1\r\n{}\r\n0\r\n\r\n"),
        Post("Transfer-Encoding: chunked\r\n", "FFFFFFFFFFFFFFFFF\r\n{}\r\n0\r\n\r\n"),
        Post("Transfer-Encoding: chunked\r\n", "2 2\r\n{}\r\n0\r\n\r\n"),
        Post("Transfer-Encoding: chunked\r\n", "2\r\n{}xx0\r\n\r\n"),
        Post("Transfer-Encoding: chunked\r\n", "2;a\nb\r\n{}\r\n0\r\n\r\n"));

    [Fact]
    public async Task Heads_are_small() => await AllAreRefused(
        Get("/v1/categories", string.Concat(Enumerable.Range(0, 5000).Select(n => $"X-{n}: a\r\n"))),
        Get("/v1/categories", $"X-Bomb: {new string('b', 1_000_000)}\r\n"),
        Get("/v1/categories", $"Idempotency-Key: {new string('k', 1_000_000)}\r\n"),
        Get($"/v1/categories?{string.Join('&', Enumerable.Range(0, 10_000).Select(n => $"p{n}=1"))}"),
        $"GET /v1/categories HTTP/1.1\r\nHost: {doors.Address.Authority}\r\nAuthorization: Bearer {new string('t', 100_000)}\r\n{Close}\r\n",
        $"GET /v1/categories HTTP/1.1\r\n{head}Host: elsewhere\r\n{Close}\r\n",
        $"GET /v1/categories HTTP/1.1\r\n{Close}\r\n",
        $"GET /v1/categories HTTP/9.9\r\n{head}{Close}\r\n",
        $"GET /v1/categories HTTP/1.1\n{head}X: a\0b\r\n{Close}\r\n");

    [Theory]
    [InlineData("/v1/reports/..%2f..%2foperations/feedback")]
    [InlineData("/v1/reports/%2e%2e%2foperations/feedback")]
    [InlineData("/v1/reports/%252e%252e/operations/feedback")]
    [InlineData("/v1/reports/%252e%252e%252foperations%252ffeedback")]
    [InlineData("/v1/reports/..%5c..%5coperations")]
    [InlineData("/v1/reports/..\\..\\operations")]
    [InlineData("/v1/reports/%00")]
    [InlineData("/v1/reports/a%0d%0aX-Injected:%20b")]
    [InlineData("/v1/tracking/%2e%2e%2freports")]
    public async Task A_path_that_means_something_else_once_more_decoded_is_refused(string path) => await AllAreRefused(Get(path));

    [Fact]
    public async Task What_the_gateway_authorises_is_what_the_service_executes()
    {
        foreach (var path in new[] { "/v1/tracking/../reports/1", "/v1/tracking/%2e%2e/reports/1", "/v1/tracking/./../reports/1", "//v1/reports/1", "/v1//reports/1", "/v1/reports/1?x=/../../operations", "/v1/REPORTS/1", "/v1/reports/ệ", "/v1/reports/%e1%bb%87", "/v1/reports/1;v=2", "/v1/reports/1#f" })
        {
            doors.Service.Arrived.Clear();
            var anyone = Raw.Statuses(await Raw.Exchange(doors.Address, $"GET {path} HTTP/1.1\r\nHost: {doors.Address.Authority}\r\n{Close}\r\n"));
            Assert.InRange(Assert.Single(anyone), 400, 499);
            Assert.Empty(doors.Service.Arrived); // nothing but tracking is open, whatever it is called

            var citizen = Raw.Statuses(await Raw.Exchange(doors.Address, Get(path)));
            Assert.True(citizen is [200] or [>= 400 and < 500], $"{path}: {string.Join(',', citizen)}");
            Assert.All(doors.Service.Arrived, request => Assert.StartsWith("/v1/reports/", request.Target, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task A_request_in_another_ones_body_stays_a_body()
    {
        doors.Service.Arrived.Clear();
        var inner = $"GET /v1/reports/smuggled HTTP/1.1\r\n{head}\r\n";

        var answers = Raw.Statuses(await Raw.Exchange(doors.Address,
            $"POST /v1/reports HTTP/1.1\r\n{head}Content-Length: {inner.Length}\r\n\r\n{inner}" +
            $"POST /v1/reports HTTP/1.1\r\n{head}Transfer-Encoding: chunked\r\nTrailer: Authorization\r\n\r\n{inner.Length:x}\r\n{inner}\r\n0\r\nAuthorization: Bearer other\r\nContent-Length: 9\r\nX-Trailer: t\r\n\r\n" +
            $"GET /v1/reports/third HTTP/1.1\r\n{head}Connection: X-Hop\r\nX-Hop: h\r\nTE: trailers\r\nKeep-Alive: 5\r\nProxy-Authorization: x\r\nForwarded: for=1.2.3.4\r\nX-Forwarded-For: 1.2.3.4\r\nX-Forwarded-Host: evil\r\n\r\n" +
            Get("/v1/reports/last")));

        Assert.Equal([200, 200, 200, 200], answers);
        Assert.Equal([("/v1/reports", inner), ("/v1/reports", inner), ("/v1/reports/third", ""), ("/v1/reports/last", "")], doors.Service.Arrived.Select(request => (request.Target, request.Body)));
        Assert.All(doors.Service.Arrived, request => Assert.Empty(request.Headers.Keys.Intersect(["X-Trailer", "X-Hop", "TE", "Keep-Alive", "Proxy-Authorization", "Forwarded"], StringComparer.OrdinalIgnoreCase)));
        Assert.All(doors.Service.Arrived, request => Assert.Equal(("127.0.0.1", doors.Address.Authority), (request.Headers["X-Forwarded-For"], request.Headers["X-Forwarded-Host"])));
    }

    [Fact]
    public async Task Whoever_sends_slowly_is_let_go()
    {
        await AllAreRefused(
            $"GET /v1/categories HTTP/1.1\r\n{head}X-Slow: ",
            $"POST /v1/reports HTTP/1.1\r\n{head}Content-Length: 1000\r\n\r\n{{");
    }

    private string Get(string path, string more = "") => $"GET {path} HTTP/1.1\r\n{head}{more}{Close}\r\n";

    private string Post(string length, string body) => $"POST /v1/reports HTTP/1.1\r\n{head}Content-Type: application/json\r\n{Close}{length}\r\n{body}";

    /// <summary>One answer from 400 to 499, or a closed connection; then a clean request is served.</summary>
    private async Task AllAreRefused(params string[] requests)
    {
        doors.Service.Arrived.Clear();
        var answers = await Task.WhenAll(requests.Select(request => Raw.Exchange(doors.Address, request)));

        Assert.All(requests.Zip(answers), pair => Assert.True(Raw.Statuses(pair.Second) is [] or [>= 400 and < 500] or [505], $"{pair.First[..Math.Min(600, pair.First.Length)]}\n----\n{pair.Second}"));
        Assert.DoesNotContain(doors.Service.Arrived, request => request.Body.Length > 0 || request.Method == "GET");
        Assert.StartsWith("HTTP/1.1 200", await Raw.Exchange(doors.Address, Get("/v1/categories")), StringComparison.Ordinal);
    }

    /// <summary>A gateway with little patience, for all of these tests.</summary>
    public sealed class OneDoor(City city) : IAsyncLifetime
    {
        private static readonly (string, string)[] Impatient =
        [
            ("Kestrel__Limits__RequestHeadersTimeout", "00:00:01"),
            ("Kestrel__Limits__MinRequestBodyDataRate__BytesPerSecond", "1000"),
            ("Kestrel__Limits__MinRequestBodyDataRate__GracePeriod", "00:00:02"),
        ];

        internal Doors Doors { get; private set; } = null!;

        internal string Head { get; private set; } = "";

        public async ValueTask InitializeAsync()
        {
            Doors = await Doors.Open(city, 1, [.. City.NoLimits.Select(setting => (setting.Key, setting.Value)), .. Impatient]);
            Head = $"Host: {Doors.Address.Authority}\r\nAuthorization: Bearer {await city.Processes.Tokens.Citizen("citizen-raw")}\r\n";
        }

        public ValueTask DisposeAsync() => Doors.DisposeAsync();
    }
}
