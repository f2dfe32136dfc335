using Npgsql;

namespace Ecosystem.Gateway.Limits;

/// <summary>The table of leases, in the gateway's own database, with a pool of its own: who asks for a lease waits for nothing else, and not for long.</summary>
internal sealed class LimitDatabase : IAsyncDisposable
{
    /// <param name="configuration">ECOSYSTEM_POSTGRES, whose Database is the prefix of all databases.</param>
    public LimitDatabase(IConfiguration configuration)
    {
        var address = new NpgsqlConnectionStringBuilder(configuration["ECOSYSTEM_POSTGRES"] ?? throw new InvalidOperationException("ECOSYSTEM_POSTGRES must name the PostgreSQL server: the gateways share their limits there."))
        {
            NoResetOnClose = true, MaxAutoPrepare = 5, AutoPrepareMinUsages = 2, Timeout = 1, CommandTimeout = 1, MaxPoolSize = 8, ApplicationName = "gateway limits",
        };
        address.Database = $"{(string.IsNullOrEmpty(address.Database) ? "ecosystem" : address.Database)}_gateway";
        Pool = NpgsqlDataSource.Create(address);
    }

    public NpgsqlDataSource Pool { get; }

    public async Task Sweep(CancellationToken ct)
    {
        await using var command = Pool.CreateCommand("delete from limit_leases where ends < now() - interval '1 minute'");
        await command.ExecuteNonQueryAsync(ct);
    }

    public ValueTask DisposeAsync() => Pool.DisposeAsync();
}
