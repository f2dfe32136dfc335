using Npgsql;

namespace Ecosystem.Gateway.Limits;

/// <summary>The table of leases, in the gateway's own database.</summary>
internal sealed class LimitDatabase : IAsyncDisposable
{
    private readonly NpgsqlConnectionStringBuilder address;

    /// <param name="configuration">ECOSYSTEM_POSTGRES, whose Database is the prefix of all databases.</param>
    public LimitDatabase(IConfiguration configuration)
    {
        address = new(configuration["ECOSYSTEM_POSTGRES"] ?? throw new InvalidOperationException("ECOSYSTEM_POSTGRES must name the PostgreSQL server: the gateways share their limits there."))
        {
            NoResetOnClose = true, MaxAutoPrepare = 5, AutoPrepareMinUsages = 2, Timeout = 1, CommandTimeout = 1, MaxPoolSize = 8, ApplicationName = "gateway limits",
        };
        address.Database = $"{(string.IsNullOrEmpty(address.Database) ? "ecosystem" : address.Database)}_gateway";
        Pool = NpgsqlDataSource.Create(address);
    }

    public NpgsqlDataSource Pool { get; }

    /// <summary>Makes database and table where they are missing, in one transaction under the lock that all migrations take.</summary>
    public async Task Create(CancellationToken ct)
    {
        await CreateDatabase(ct);
        using var schema = new StreamReader(typeof(LimitDatabase).Assembly.GetManifestResourceStream("limits")!);
        await Execute(Pool, $"select pg_advisory_xact_lock(7239847002);\n{await schema.ReadToEndAsync(ct)}", ct);
    }

    public Task Sweep(CancellationToken ct) => Execute(Pool, "delete from limit_leases where ends < now() - interval '1 minute'", ct);

    public ValueTask DisposeAsync() => Pool.DisposeAsync();

    private async Task CreateDatabase(CancellationToken ct)
    {
        await using var server = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(address.ConnectionString) { Database = "postgres", Pooling = false, CommandTimeout = 30 });
        await using var exists = server.CreateCommand("select 1 from pg_database where datname = $1");
        exists.Parameters.Add(new() { Value = address.Database });
        if (await exists.ExecuteScalarAsync(ct) is null)
            await Execute(server, $"create database \"{address.Database}\"", ct);
    }

    private static async Task Execute(NpgsqlDataSource on, string sql, CancellationToken ct)
    {
        await using var command = on.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(ct);
    }
}
