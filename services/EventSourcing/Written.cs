using System.ComponentModel.DataAnnotations;

namespace Ecosystem.EventSourcing;

/// <summary>Something whose stream version and log position the caller should know: the headers ETag and Position.</summary>
public interface IPositioned
{
    /// <summary>Number of the stream's last event, from 1.</summary>
    long Version { get; }

    /// <summary>Place of that event in the service's log; lists answer <c>Min-Position</c> with it.</summary>
    long Position { get; }
}

/// <summary>What a write answers: the thing, its version and the position that lists must reach to show it.</summary>
public sealed record Written(Guid Id, long Version, long Position) : IPositioned;

/// <summary>What an append did: the events of this very request (also when it repeats an earlier one) and the state after all.</summary>
public sealed record Appended<TState, TEvent>(Guid Id, long Version, long Position, IReadOnlyList<TEvent> Events, TState State)
{
    public Written Written => new(Id, Version, Position);
}

/// <summary>A page of a list.</summary>
/// <param name="Items">This page's items.</param>
/// <param name="Next">Goes into <c>after</c> for the next page; null on the last one.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next) : IPage
{
    IPage IPage.Before(string next) => this with { Next = next };
}

/// <summary>A page of whatever it is.</summary>
public interface IPage
{
    /// <summary>See <see cref="Page{T}.Next"/>.</summary>
    string? Next { get; }

    /// <summary>The same page with another cursor.</summary>
    IPage Before(string next);
}

/// <summary>How much of a list, and after what; bound and checked at the edge.</summary>
/// <param name="Limit">How many items at most, 1 to 200.</param>
/// <param name="After">Opaque cursor: <c>next</c> of the page before; left out for the first page.</param>
public sealed record PageRequest([property: Range(1, 200)] int Limit = 50, string? After = null);
