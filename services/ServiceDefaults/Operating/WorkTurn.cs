using System.Collections.Immutable;
using Ecosystem.EventSourcing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Ecosystem.ServiceDefaults;

/// <summary>One attempt at one piece of long work: tells its progress, and stops when it is cancelled.</summary>
internal sealed class WorkTurn(Guid id, Operations store, IServiceScopeFactory scopes, TimeProvider clock, ILogger<WorkTurn> log) : IAsyncDisposable
{
    private const int Step = 5;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private readonly AsyncServiceScope scope = scopes.CreateAsyncScope();
    private int percent;

    public async Task Do(CancellationToken ct)
    {
        scope.ServiceProvider.GetRequiredService<Cause>().By = "long work";
        if (await Append(work => work.Start(clock.GetUtcNow()), ct) is not { Status: WorkStatus.Running } work)
            return;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var watching = Watch(stop);
        try
        {
            var events = await Rebuild(work.Subject, stop.Token);
            await Append(now => now.Tell(new WorkSucceeded(ImmutableDictionary<string, long>.Empty.Add("events", events), clock.GetUtcNow())), ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested && e is not NpgsqlException { IsTransient: true })
        {
            if (e is not (Refused or OperationCanceledException)) log.LogError(e, "Long work {Id} failed.", id);
            await Append(now => now.Tell(new WorkFailed((e as Refused)?.Problem.Type ?? RequestProblems.Unexpected.Type, clock.GetUtcNow())), ct); // of no effect where it was cancelled
        }
        finally
        {
            await stop.CancelAsync();
            await watching;
        }
    }

    public ValueTask DisposeAsync() => scope.DisposeAsync();

    /// <summary>Waits for a rebuild that is under way: another request's, or that of a killed process, whose session lives until it is told so.</summary>
    private async Task<long> Rebuild(string projection, CancellationToken ct)
    {
        for (; ; await Task.Delay(Look, ct))
        {
            try
            {
                return await store.RebuildProjection(projection, ct, done => Volatile.Write(ref percent, done));
            }
            catch (Refused refused) when (refused.Problem == Operations.BeingRebuilt)
            {
                log.LogInformation("Long work {Id} waits: {Projection} is being made anew already", id, projection);
            }
        }
    }

    private async Task Watch(CancellationTokenSource stop)
    {
        using var timer = new PeriodicTimer(Look);
        try
        {
            while (await timer.WaitForNextTickAsync(stop.Token))
                if (await Append(work => Volatile.Read(ref percent) is var done && done >= work.Percent + Step ? work.Tell(new WorkProgressed(done)) : [], stop.Token) is { Status: WorkStatus.Cancelled })
                    await stop.CancelAsync();
        }
        catch (Exception e) when (e is OperationCanceledException or NpgsqlException or Refused)
        {
            log.LogDebug("Nobody watches long work {Id} any more: {Reason}", id, e.Message);
        }
    }

    private async Task<LongWork> Append(Func<LongWork, LongWorkEvent[]> decide, CancellationToken ct) =>
        (await scope.ServiceProvider.GetRequiredService<EventStream<LongWork, LongWorkEvent>>().Append(id, decide, ct)).State;
}
