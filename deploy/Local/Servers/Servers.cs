using Npgsql;

namespace Ecosystem.Local;

/// <summary>
/// The servers that an ecosystem stands on: the workspace's private ones, or those that ECOSYSTEM_POSTGRES and
/// ECOSYSTEM_RABBITMQ name, which are never started or stopped here.
/// </summary>
public sealed class Servers(Workspace workspace)
{
    private const string SandboxVhost = $"{PrivateRabbit.Vhost}_sandbox";

    public PrivatePostgres Postgres { get; } = new(workspace);

    public PrivateRabbit RabbitMq { get; } = new(workspace);

    public Backends Backends => new(Backends.GivenPostgres ?? Postgres.ConnectionString, Backends.GivenRabbitMq ?? RabbitMq.UriOf());

    /// <summary>Whether stopping and wiping them harms nobody else.</summary>
    public bool ArePrivate => PostgresIsPrivate && RabbitMqIsPrivate;

    // A test program is given the private servers' own addresses.
    private bool PostgresIsPrivate => Backends.Postgres == Postgres.ConnectionString;

    private bool RabbitMqIsPrivate => Backends.RabbitMq == RabbitMq.UriOf();

    // Made by "infra up": the servers then outlive the commands that use them.
    private string Kept => workspace.File("servers", "kept");

    public Task Start(Progress? progress = null, CancellationToken ct = default) =>
        Together.Run(ct, stop => StartPostgres(progress, stop), stop => StartRabbitMq(progress, stop));

    public Task StartPostgres(Progress? progress = null, CancellationToken ct = default) => PostgresIsPrivate
        ? Progress.Step(progress, $"PostgreSQL is ready on 127.0.0.1:{workspace.Ports.Postgres}", Postgres.Start(ct))
        : Task.CompletedTask;

    public Task StartRabbitMq(Progress? progress = null, CancellationToken ct = default) => RabbitMqIsPrivate
        ? Progress.Step(progress, $"RabbitMQ is ready on 127.0.0.1:{workspace.Ports.Amqp(1)}", RabbitMq.Start(ct))
        : Task.CompletedTask;

    /// <summary>Whether one of the private servers is up.</summary>
    public async Task<bool> Run(CancellationToken ct = default) =>
        (PostgresIsPrivate && await Postgres.Runs(ct)) || (RabbitMqIsPrivate && RabbitMq.Nodes.Any(node => node.Runs));

    /// <summary>Databases and a vhost of that name, apart from all others, e.g. for one test; a given broker keeps its vhost.</summary>
    public async Task<Backends> Separate(string name, CancellationToken ct = default)
    {
        if (!RabbitMqIsPrivate)
        {
            return Backends.WithDatabases(name);
        }
        await RabbitMq.Management.CreateVhost(name, ct);
        return Backends.WithDatabases(name).WithVhost(name);
    }

    /// <summary>Databases and a vhost for a sandbox beside the <see cref="Backends"/>.</summary>
    /// <exception cref="LocalProblem">The broker is a given one, on which no vhost is made.</exception>
    public Backends Sandbox => RabbitMqIsPrivate
        ? Backends.WithDatabases($"{new NpgsqlConnectionStringBuilder(Backends.Postgres).Database}_sandbox").WithVhost(SandboxVhost)
        : throw new LocalProblem("A sandbox needs a vhost of its own, and ECOSYSTEM_RABBITMQ names the only one: run it without.");

    public Task MakeSandboxVhost(CancellationToken ct = default) => RabbitMq.Management.CreateVhost(SandboxVhost, ct);

    /// <summary>Starts from nothing next time: what many runs of the tests leave behind would make the servers slow. Kept servers stay as they are.</summary>
    public async Task Wipe(CancellationToken ct = default)
    {
        if (File.Exists(Kept))
        {
            return;
        }
        if (PostgresIsPrivate)
        {
            await Postgres.Wipe(ct);
        }
        if (RabbitMqIsPrivate)
        {
            RabbitMq.Wipe();
        }
    }

    public void Keep(bool keep)
    {
        File.Delete(Kept);
        if (keep)
        {
            File.WriteAllText(Kept, "");
        }
    }

    /// <summary>Stops the private servers, unless they were started to be kept.</summary>
    public async Task Stop()
    {
        if (!File.Exists(Kept))
        {
            await Task.WhenAll(PostgresIsPrivate ? Postgres.Stop() : Task.CompletedTask, RabbitMqIsPrivate ? RabbitMq.Stop() : Task.CompletedTask);
        }
    }
}
