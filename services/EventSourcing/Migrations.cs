using System.Reflection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Ecosystem.EventSourcing;

/// <summary>
/// Creates and upgrades the service's database at start, under a lock, with the numbered SQL files of the event store
/// and of the service. A database that is newer than this program is refused.
/// </summary>
internal sealed class Migrations(Database database, Assembly service, StoreBuilder store, ILogger<Migrations> log) : BackgroundService
{
    private static readonly TimeSpan Retry = TimeSpan.FromMilliseconds(500);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        while (!await IsMigrated(cancellationToken))
        {
            if (store.IsDispensable)
            {
                await base.StartAsync(cancellationToken);
                return;
            }

            await Task.Delay(Retry, cancellationToken);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        do await Task.Delay(Retry, stoppingToken);
        while (!await IsMigrated(stoppingToken));
    }

    /// <summary>False while the database is away.</summary>
    private async Task<bool> IsMigrated(CancellationToken ct)
    {
        try
        {
            await Migrate(ct);
            return true;
        }
        catch (Exception failure) when (failure is NpgsqlException { IsTransient: true } or PostgresException { SqlState: PostgresErrorCodes.CannotConnectNow })
        {
            log.LogWarning("Waiting for the database: {Reason}", failure.Message);
            return false;
        }
    }

    private async Task Migrate(CancellationToken ct)
    {
        await CreateDatabase(ct);
        await using var connection = await database.Sessions.OpenConnectionAsync(ct);
        await connection.Execute("select pg_advisory_lock(7239847002); create table if not exists schema_versions (component text, number int, name text, applied timestamptz default now(), primary key (component, number))", ct);
        await Upgrade(connection, "event_store", typeof(Migrations).Assembly, ct);
        foreach (var table in Tables()) await connection.Execute(table, ct);
        await Upgrade(connection, "service", service, ct);
    }

    private IEnumerable<string> Tables() =>
    [
        .. store.ViewNames.Select(name => $"create table if not exists view_{name} partition of views for values in ('{name}')"),
        .. store.Projections.Select(projection =>
            $"create table if not exists {projection.Table} (id uuid primary key, version bigint not null, created_position bigint not null, position bigint not null, data jsonb not null)"),
    ];

    private async Task Upgrade(NpgsqlConnection connection, string component, Assembly assembly, CancellationToken ct)
    {
        var files = assembly.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal)).Select(SchemaFile.Of).OrderBy(file => file.Number).ToList();
        var present = (int)(await connection.Scalar("select coalesce(max(number), 0) from schema_versions where component = $1", ct, component))!;
        if (present > files.Select(file => file.Number).DefaultIfEmpty(0).Max())
            throw new InvalidOperationException($"The database is newer (schema {component} {present}) than this program. Start a newer release, or restore the database that belongs to this one.");
        foreach (var file in files.Where(file => file.Number > present)) await Apply(connection, component, file, await file.Read(assembly, ct), ct);
    }

    private async Task Apply(NpgsqlConnection connection, string component, SchemaFile file, string sql, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await connection.Execute(sql, ct);
        await connection.Execute("insert into schema_versions (component, number, name) values ($1, $2, $3)", ct, component, file.Number, file.Name);
        await transaction.CommitAsync(ct);
        log.LogInformation("Applied schema {Component} {Name}", component, file.Name);
    }

    private async Task CreateDatabase(CancellationToken ct)
    {
        await using var connection = database.Maintenance();
        await connection.OpenAsync(ct);
        if (await connection.Scalar("select 1 from pg_database where datname = $1", ct, database.Name) is not null) return;
        try
        {
            await connection.Execute($"create database \"{database.Name}\"", ct);
        }
        catch (PostgresException other) when (other.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            log.LogInformation("Another instance created the database {Database}", database.Name);
        }
    }

    /// <summary>An embedded file ...NNN_what.sql.</summary>
    private sealed record SchemaFile(int Number, string Name, string Resource)
    {
        public static SchemaFile Of(string resource)
        {
            var name = resource.Split('.')[^2];
            return new(int.Parse(name.Split('_')[0], System.Globalization.CultureInfo.InvariantCulture), name, resource);
        }

        public async Task<string> Read(Assembly assembly, CancellationToken ct)
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(Resource)!);
            return await reader.ReadToEndAsync(ct);
        }
    }
}
