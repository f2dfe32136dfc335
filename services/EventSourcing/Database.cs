using Microsoft.Extensions.Configuration;
using Npgsql;

namespace Ecosystem.EventSourcing;

/// <summary>The service's database: pooled sessions for work, own sessions for what lives as long as a lock.</summary>
internal sealed class Database : IAsyncDisposable
{
    private readonly string connectionString;

    /// <param name="configuration">ECOSYSTEM_POSTGRES: an Npgsql connection string whose Database is the prefix of all services' databases.</param>
    public Database(IConfiguration configuration, string service)
    {
        var given = configuration["ECOSYSTEM_POSTGRES"] ?? throw new InvalidOperationException("ECOSYSTEM_POSTGRES must name the PostgreSQL server, e.g. Host=127.0.0.1;Username=ecosystem;Password=...;Database=ecosystem");
        var builder = new NpgsqlConnectionStringBuilder(given) { NoResetOnClose = true, MaxAutoPrepare = 50, AutoPrepareMinUsages = 2, KeepAlive = 10, ApplicationName = service };
        if (!builder.ShouldSerialize("Maximum Pool Size")) builder.MaxPoolSize = 20;    // ContainsKey knows every keyword, given or not
        builder.Database = Name = $"{(string.IsNullOrEmpty(builder.Database) ? "ecosystem" : builder.Database)}_{service}";
        if (!builder.ShouldSerialize("Timeout")) builder.Timeout = 5;    // seconds, also in the pool's queue: who waits while the store is away is told so
        connectionString = builder.ConnectionString;
        Pool = NpgsqlDataSource.Create(builder);
        Sessions = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false });
    }

    public string Name { get; }

    public NpgsqlDataSource Pool { get; }

    /// <summary>Unpooled: closing such a session frees its locks.</summary>
    public NpgsqlDataSource Sessions { get; }

    /// <summary>A session on the server's maintenance database, to create this one.</summary>
    public NpgsqlConnection Maintenance() => new(new NpgsqlConnectionStringBuilder(connectionString) { Database = "postgres", Pooling = false }.ConnectionString);

    public async ValueTask DisposeAsync()
    {
        await Pool.DisposeAsync();
        await Sessions.DisposeAsync();
    }
}
