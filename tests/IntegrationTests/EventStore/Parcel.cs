using Ecosystem.Contracts;
using Ecosystem.EventSourcing;

namespace Ecosystem.IntegrationTests.EventStore;

/// <summary>A small domain to try the event store with: parcels that get heavier.</summary>
public abstract record ParcelEvent;

[Stored("weight_added")]
public sealed record WeightAdded(string Shelf, int Grams, string Note = "") : ParcelEvent;

public sealed record Parcel(int Grams, int Count)
{
    public static Parcel Start(Guid id) => new(0, 0);

    public static Parcel Evolve(Parcel parcel, ParcelEvent happened) => happened is WeightAdded added
        ? new(parcel.Grams + added.Grams, parcel.Count + 1)
        : parcel;
}

public sealed record ParcelRow(string Shelf, int Grams, int Count)
{
    public static ParcelRow? Fold(ParcelRow? row, Guid id, ParcelEvent happened) => happened is WeightAdded added
        ? new(added.Shelf, (row?.Grams ?? 0) + added.Grams, (row?.Count ?? 0) + 1)
        : row;
}

public sealed record ShelfRow(string Shelf, long Grams, int Events, long LastVersions)
{
    public static IEnumerable<Change<ShelfRow>> On(Recorded recorded) => recorded.Data is WeightAdded added
        ? [new(NamedId.Of(added.Shelf), row => new(added.Shelf, (row?.Grams ?? 0) + added.Grams, (row?.Events ?? 0) + 1, (row?.LastVersions ?? 0) * 31 + recorded.Version))]
        : [];
}

[HeardBy("tests-hear-weight")]
public sealed record WeightHeard(Guid Parcel, long Version, int Grams);
