using Npgsql;

namespace Ecosystem.Local;

/// <summary>Where the services find PostgreSQL and RabbitMQ: what ECOSYSTEM_POSTGRES and ECOSYSTEM_RABBITMQ carry.</summary>
/// <param name="Postgres">Npgsql connection string whose database is a prefix.</param>
/// <param name="RabbitMq">AMQP URIs of one broker's nodes, comma separated.</param>
public sealed record Backends(string Postgres, string RabbitMq)
{
    public static string? GivenPostgres => Environment.GetEnvironmentVariable("ECOSYSTEM_POSTGRES");

    public static string? GivenRabbitMq => Environment.GetEnvironmentVariable("ECOSYSTEM_RABBITMQ");

    /// <summary>What tells a child process of these servers.</summary>
    public Dictionary<string, string> Variables => new() { ["ECOSYSTEM_POSTGRES"] = Postgres, ["ECOSYSTEM_RABBITMQ"] = RabbitMq };

    /// <summary>The same servers with other databases, e.g. fresh ones for one run of the tests.</summary>
    public Backends WithDatabases(string prefix) =>
        this with { Postgres = new NpgsqlConnectionStringBuilder(Postgres) { Database = prefix }.ConnectionString };

    /// <summary>The same broker with another vhost; it must exist.</summary>
    public Backends WithVhost(string vhost) =>
        this with { RabbitMq = string.Join(',', RabbitMq.Split(',').Select(uri => new UriBuilder(uri) { Path = vhost }.Uri.AbsoluteUri)) };
}
