using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Configuration;

/// <summary>
/// What is in force, in this process's memory: a request reads a field, and the store is asked for what is new beside it.
/// The version check is the store's own: reading a stream on from the version that this process remembers.
/// </summary>
/// <param name="stream">The one stream of this configuration.</param>
/// <param name="shipped">What counts until the store has been asked for the first time.</param>
public sealed class InForce<TState, TEvent, T>(Guid stream, TState shipped, IServiceScopeFactory scopes, TimeProvider clock) : IRefreshed
    where TState : IScheduled<T> where TEvent : notnull where T : class
{
    private readonly Lock taking = new();
    private volatile Known known = new(-1, shipped.At(clock.GetUtcNow()), DateTimeOffset.MinValue);

    public T Value => known.Value;

    /// <summary>The coordinating unit changes it, and this process goes by the change before the caller hears of it.</summary>
    /// <exception cref="Refused">The caller is of another unit, or what <paramref name="decide"/> refuses.</exception>
    public async Task<Ok<Written>> Change(EventStream<TState, TEvent> plans, Official by, Func<TState, DateTimeOffset, TEvent[]> decide, CancellationToken ct)
    {
        CoordinatingUnit.Require(by);
        var done = await plans.Append(stream, plan => decide(plan, clock.GetUtcNow()), ct);
        await Refresh(ct);
        return TypedResults.Ok(done.Written);
    }

    public async Task Refresh(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        Take(await scope.ServiceProvider.GetRequiredService<EventStream<TState, TEvent>>().Load(stream, ct));
    }

    private void Take(Loaded<TState> loaded)
    {
        lock (taking)
        {
            var (now, before) = (clock.GetUtcNow(), known);
            if (loaded.Version < before.Version || (loaded.Version == before.Version && now < before.Until)) return;
            known = new(loaded.Version, loaded.State.At(now), loaded.State.Turns.Where(turn => turn > now).DefaultIfEmpty(DateTimeOffset.MaxValue).Min());
        }
    }

    private sealed record Known(long Version, T Value, DateTimeOffset Until);
}

/// <summary>Something that is kept up beside the requests.</summary>
public interface IRefreshed
{
    Task Refresh(CancellationToken ct);
}
