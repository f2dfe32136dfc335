using System.Net;

namespace Ecosystem.Local;

/// <summary>One built program of the ecosystem as a process of its own, as in production.</summary>
public sealed class ServiceProcess(Workspace workspace, string name, string program, int port, IReadOnlyDictionary<string, string> environment, int? http2Port = null) : IAsyncDisposable
{
    /// <summary>The variable that tells ASP.NET Core where it runs; Development unless a caller says otherwise.</summary>
    public const string HostEnvironment = "ASPNETCORE_ENVIRONMENT";

    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(2) };
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan DrainLimit = TimeSpan.FromSeconds(12);

    private readonly BackgroundProcess process = new(workspace, name, new Command("dotnet", program)
    {
        Environment = new Dictionary<string, string>([.. environment, .. Listening(port, http2Port)]) { [HostEnvironment] = environment.GetValueOrDefault(HostEnvironment, "Development") },
        Directory = Path.GetDirectoryName(program),
    });

    public string Name => name;

    public Uri Address { get; } = new(ProcessEnvironment.Local(port));

    /// <summary>Where a gateway reaches it.</summary>
    public Uri Http2Address { get; } = new(ProcessEnvironment.Local(http2Port ?? port));

    public string Log => process.Log;

    public int? Pid => process.Mark?.Pid;

    public bool Runs => process.Runs;

    /// <summary>Starts it and waits until it says that it can be used.</summary>
    /// <exception cref="LocalProblem">It ended or did not become ready; carries the last lines of its log.</exception>
    public async Task Start(CancellationToken ct = default)
    {
        await FreePort.Wait(name, ct, http2Port is null ? [port] : [port, http2Port.Value]);
        process.Start();
        if (!await Wait.For(async token => !Runs || await IsReady(token), StartLimit, ct) || !Runs)
        {
            throw new LocalProblem($"{name} {(Runs ? "does not become ready" : "ended while it started")}; see {Log}:\n{process.LastLines()}");
        }
    }

    /// <summary>SIGTERM: requests in flight are answered first.</summary>
    /// <returns>True when it ended by itself in time.</returns>
    public Task<bool> Stop(CancellationToken ct = default) => process.Stop(DrainLimit, ct);

    /// <summary>SIGKILL: what a crash looks like.</summary>
    public void Kill() => process.Kill();

    public async Task Restart(CancellationToken ct = default)
    {
        await Stop(ct);
        await Start(ct);
    }

    public async Task<bool> IsReady(CancellationToken ct = default)
    {
        try
        {
            using var answer = await Http.GetAsync(new Uri(Address, "health/ready"), ct);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (Exception unreachable) when (unreachable is HttpRequestException || (unreachable is TaskCanceledException && !ct.IsCancellationRequested))
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync() => await Stop();

    private static IEnumerable<KeyValuePair<string, string>> Listening(int port, int? http2Port) => http2Port is null
        ? [new("ASPNETCORE_URLS", ProcessEnvironment.Local(port))]
        : [new("Kestrel__Endpoints__Http1__Url", ProcessEnvironment.Local(port)), new("Kestrel__Endpoints__Http2__Url", ProcessEnvironment.Local(http2Port.Value)), new("Kestrel__Endpoints__Http2__Protocols", "Http2")];
}
