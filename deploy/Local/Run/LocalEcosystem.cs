namespace Ecosystem.Local;

/// <summary>The four services and the gateway as separate processes, with the development issuer, the trace sink and a mail server beside them, and where it is wanted a sandbox: the services once more.</summary>
public sealed class LocalEcosystem : IAsyncDisposable
{
    internal static readonly string[] Services = ["coordination", "feedback", "campaigns", "notifications"];
    private readonly Workspace workspace;

    /// <param name="backends">The servers must run already.</param>
    public LocalEcosystem(Workspace workspace, Backends backends, EcosystemOptions? options = null)
    {
        this.workspace = workspace;
        options ??= new EcosystemOptions();
        Issuer = Process("issuer", "deploy/DevIssuer", workspace.Ports.Issuer, ProcessEnvironment.OfIssuer(workspace));
        TraceSink = Process("traces", "deploy/TraceSink", workspace.Ports.TraceSink, []);
        Mail = new Mail(workspace);
        var environment = ProcessEnvironment.OfService(workspace, backends, options);
        Instances = [.. from service in (string[])["gateway", .. Services] from instance in Enumerable.Range(0, options.Instances) select Instance(service, instance, environment)];
        Sandbox = options.Sandbox is { } sandbox ? [.. Services.Select(service => OfSandbox(service, ProcessEnvironment.OfSandbox(workspace, sandbox, environment)))] : [];
    }

    public ServiceProcess Issuer { get; }

    public ServiceProcess TraceSink { get; }

    public Mail Mail { get; }

    /// <summary>The gateway's and the services' processes, named e.g. feedback-a and feedback-b.</summary>
    public IReadOnlyList<ServiceProcess> Instances { get; }

    /// <summary>One process of each service, named e.g. feedback-sandbox; empty where there is no sandbox.</summary>
    public IReadOnlyList<ServiceProcess> Sandbox { get; }

    public Tokens Tokens => new(Issuer.Address);

    public Tokens SandboxTokens => new(Issuer.Address, ProcessEnvironment.SandboxAudience);

    public Uri Gateway => Of("gateway").Address;

    public ServiceProcess Of(string service, int instance = 0) => Instances.Single(process => process.Name == $"{service}-{Letter(instance)}");

    /// <summary>Starts everything at once: the order must not matter.</summary>
    public async Task Start(Progress? progress = null, CancellationToken ct = default)
    {
        Leftovers.End(workspace);
        await Together.Run(ct,
            [
                stop => Progress.Step(progress, $"mail is ready, messages at {Mail.Page}", Mail.Start(stop)),
                .. Processes.Select(process => (Func<CancellationToken, Task>)(stop =>
                    Progress.Step(progress, $"{process.Name} is ready on {process.Address.Authority}", process.Start(stop)))),
            ]);
    }

    /// <summary>What is in flight is answered: every process goes on for a while after it was told to end.</summary>
    public Task Stop() => Task.WhenAll([.. Processes.Select(process => process.Stop()), Mail.Stop()]);

    /// <summary>Nobody waits for answers any more.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var process in Processes) process.Kill();
        await Mail.Stop();
    }

    private IEnumerable<ServiceProcess> Processes => [Issuer, TraceSink, .. Instances, .. Sandbox];

    internal static char Letter(int instance) => (char)('a' + instance);

    private ServiceProcess Instance(string service, int instance, Dictionary<string, string> environment)
    {
        var (name, port) = ($"{service}-{Letter(instance)}", workspace.Ports.Of(service, instance));
        return service == "gateway"
            ? Process(name, "gateway", port, environment)
            : Process(name, Project(service), port, environment, workspace.Ports.Http2Of(service, instance));
    }

    private ServiceProcess OfSandbox(string service, Dictionary<string, string> environment) =>
        Process($"{service}-sandbox", Project(service), workspace.Ports.Sandbox.Of(service), environment, workspace.Ports.Sandbox.Http2Of(service));

    private static string Project(string service) => $"services/{char.ToUpperInvariant(service[0])}{service[1..]}";

    private ServiceProcess Process(string name, string project, int port, Dictionary<string, string> environment, int? http2Port = null) =>
        new(workspace, name, CompiledPrograms.Of(project), port, environment, http2Port);
}
