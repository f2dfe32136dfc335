using Npgsql;

namespace Ecosystem.Local;

/// <summary>
/// A PostgreSQL of this workspace alone: own data, own port on the loopback address, no socket file, never a system service.
/// Every call may be repeated; starting finds one that runs already.
/// </summary>
public sealed class PrivatePostgres(Workspace workspace)
{
    private const string User = "ecosystem";
    private static readonly TimeSpan Turn = TimeSpan.FromMinutes(1);

    /// <summary>The database name is a prefix; each service adds its own name.</summary>
    public string ConnectionString => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = workspace.Ports.Postgres,
        Username = User,
        Password = workspace.Password("postgres"),
        Database = User,
    }.ConnectionString;

    public async Task Start(CancellationToken ct = default)
    {
        using var turn = await FileLock.Take(workspace.File("postgres.lock"), Turn, ct);
        var home = await Home(ct);
        await PostgresData.Create(home, User, workspace.Password("postgres"), ct);
        if (!await Runs(ct))
        {
            await FreePort.Wait("PostgreSQL", ct, workspace.Ports.Postgres);
            await Control(ct, "start", "-l", Path.Combine(home, "server.log"), "-o", Settings);
        }
    }

    public async Task<bool> Runs(CancellationToken ct = default) =>
        (await ServerUser.As(await Controlling(ct, "status")).Try(ct)).Status == 0;

    /// <summary>Ends running transactions, keeps what was committed.</summary>
    public async Task Stop(CancellationToken ct = default)
    {
        if (await Runs(ct))
        {
            await Control(ct, "stop", "-m", "fast");
        }
    }

    public async Task Restart(CancellationToken ct = default)
    {
        await Stop(ct);
        await Start(ct);
    }

    /// <summary>As if the power failed: the next start recovers from the log.</summary>
    public async Task Kill(CancellationToken ct = default)
    {
        if (await Runs(ct))
        {
            await Control(ct, "stop", "-m", "immediate");
        }
    }

    /// <summary>Stops it and destroys all databases.</summary>
    public async Task Wipe(CancellationToken ct = default)
    {
        await Kill(ct);
        Directory.CreateDirectory(PostgresData.Folder(await Home(ct))).Delete(recursive: true);
    }

    // Some hundred connections: each service instance has a pool of its own, and tests start many. One sync of the whole
    // file system after a crash: that of each file for itself took ten seconds.
    private string Settings =>
        $"-p {workspace.Ports.Postgres} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=300 -c shared_buffers=256MB -c recovery_init_sync_method=syncfs -c logging_collector=off";

    private Task<string> Home(CancellationToken ct) => ServerUser.Home(Path.Combine(workspace.Directory, "postgres"), ct);

    private async Task<Command> Controlling(CancellationToken ct, params string[] arguments) =>
        new(PostgresData.Program("pg_ctl"), ["-D", PostgresData.Folder(await Home(ct)), "-w", "-t", "60", .. arguments]);

    private async Task Control(CancellationToken ct, params string[] arguments) =>
        await ServerUser.As(await Controlling(ct, arguments)).Run(ct);
}
