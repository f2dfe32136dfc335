namespace Ecosystem.Local;

/// <summary>One node of a private RabbitMQ, run from the package's real scripts: those in PATH would switch to the system's user and folders.</summary>
public sealed class RabbitNode(Workspace workspace, int number, int nodes)
{
    private const string Programs = "/usr/lib/rabbitmq/bin";
    private readonly string folder = workspace.Folder("rabbitmq", $"node{number}");

    public RabbitManagement Management { get; } = new(workspace, number);

    /// <summary>As the management API names it, e.g. as a queue's leader.</summary>
    public string Name => Called(number);

    internal static string Called(int number) => $"ecosystem{number}@localhost";

    /// <summary>The broker itself; the launching script is only its parent.</summary>
    private ProcessMark? Broker => int.TryParse(File.Exists(PidFile) ? File.ReadAllText(PidFile) : "", out var pid)
        && ProcessMark.Of(pid) is { } mark && Variables(pid).Contains(PidFile, StringComparison.Ordinal) ? mark : null;

    public bool Runs => Broker is not null || Process.Runs;

    private string Data => Path.Combine(folder, "data");

    private string PidFile => Path.Combine(folder, "pid");

    private BackgroundProcess Process => new(workspace, $"rabbitmq-{number}",
        new Command(Path.Combine(Programs, "rabbitmq-server")) { Environment = RabbitEnvironment.Of(workspace, folder, number), Directory = folder }, marks: "servers");

    /// <summary>Starts it where it does not run yet; <see cref="WaitReady"/> says when it can be used.</summary>
    public async Task Launch(CancellationToken ct = default)
    {
        if (!Directory.Exists(Programs))
        {
            throw new LocalProblem("RabbitMQ is not installed: apt-get install rabbitmq-server");
        }
        if (!Runs)
        {
            var ports = workspace.Ports;
            await FreePort.Wait("RabbitMQ", ct, ports.Amqp(number), ports.RabbitManagement(number), ports.RabbitPrometheus(number), ports.RabbitDistribution(number));
            RabbitFiles.Write(workspace, folder, number, nodes);
            File.Delete(PidFile);
            Process.Start();
        }
    }

    public async Task WaitReady(CancellationToken ct = default)
    {
        if (!await Wait.For(async token => !Runs || await Management.IsReady(token), TimeSpan.FromSeconds(90), ct) || !Runs)
        {
            throw new LocalProblem($"RabbitMQ does not become ready; see {Process.Log}:\n{Process.LastLines()}");
        }
    }

    public async Task Stop(CancellationToken ct = default)
    {
        if (Broker is { } broker)
        {
            Signals.SendTerminate(broker.Pid);
            await Wait.For(() => !broker.Lives, TimeSpan.FromSeconds(20), ct);
        }
        Kill();
    }

    /// <summary>SIGKILL: what a lost machine looks like.</summary>
    public void Kill()
    {
        if (Broker is { } broker)
        {
            Signals.SendKill(broker.Pid);
            SpinWait.SpinUntil(() => !broker.Lives, TimeSpan.FromSeconds(5));
        }
        Process.Kill();
    }

    /// <summary>SIGKILL, and everything that it stored is gone: what a lost disk looks like.</summary>
    public void Wipe()
    {
        Kill();
        Directory.CreateDirectory(Data).Delete(recursive: true);
    }

    /// <summary>Has it evaluate an Erlang expression, for what no API offers.</summary>
    public Task Evaluate(string expression, CancellationToken ct = default) =>
        new Command(Path.Combine(Programs, "rabbitmqctl"), "eval", expression) { Environment = RabbitEnvironment.Of(workspace, folder, number), Directory = folder }.Run(ct);

    // A pid file may outlive its node and the pid be given to a stranger; the environment tells.
    private static string Variables(int pid) => File.ReadAllText($"/proc/{pid}/environ");
}
