using Npgsql;

namespace Ecosystem.EventSourcing;

/// <summary>One row's change by one event.</summary>
/// <param name="To">Pure: the row as it was (null: none) to the row as it is (null: none any more).</param>
public sealed record Change<TRow>(Guid Id, Func<TRow?, TRow?> To) where TRow : class;

internal interface IProjection
{
    string Name { get; }

    string Table => $"projection_{Name}";

    string Checkpoint => $"projection:{Name}";

    /// <summary>The rows of <paramref name="table"/> as the connection's transaction sees and changes them.</summary>
    IProjectedRows Rows(NpgsqlConnection connection, string table);
}

internal interface IProjectedRows
{
    /// <summary>Rows that are changed and not yet written.</summary>
    int Unsaved { get; }

    Task Fold(IReadOnlyList<Recorded> events, CancellationToken ct);

    Task Save(CancellationToken ct);
}

internal sealed class Projection<TRow>(string name, Func<Recorded, IEnumerable<Change<TRow>>> on) : IProjection where TRow : class
{
    public string Name { get; } = name;

    public IProjectedRows Rows(NpgsqlConnection connection, string table) => new ProjectedRows<TRow>(connection, table, on);
}
