using System.Collections.Concurrent;
using Npgsql;

namespace Ecosystem.EventSourcing;

/// <summary>
/// The one writer of this process: it gathers all appends that wait at a moment into one call, so that under load one
/// lock and one fsync serve many commands. Two appends to one stream never share a call.
/// </summary>
/// <param name="sessions">Unpooled: the appender keeps its own, prepared.</param>
/// <param name="wakeups">Told of each call that is committed.</param>
internal sealed class Appender(NpgsqlDataSource sessions, Wakeups wakeups) : IAsyncDisposable
{
    private const int MostInOneCall = 256;

    /// <summary>From so many waiting appends on, a second call is prepared while the first one is in the database.</summary>
    private const int WorthASecondCall = 32;

    private readonly ConcurrentBag<AppendSession> idle = [];
    private readonly Lock turn = new();
    private Queue<PendingAppend> waiting = new();
    private int calls;

    /// <summary>The position of the append's last event, or null when the stream was not at the expected version.</summary>
    /// <exception cref="Refused">The events cannot be stored, or the database cannot be reached: then nobody knows whether they were.</exception>
    public async Task<long?> Append(PendingAppend append)
    {
        if (Enqueue(append) is { } call) await Store(call);    // whoever finds nobody at work does the work: a lone append needs no other thread
        return await append.Done;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var session in idle) await session.DisposeAsync();
    }

    private List<PendingAppend>? Enqueue(PendingAppend append)
    {
        lock (turn)
        {
            waiting.Enqueue(append);
            return Next();
        }
    }

    /// <summary>What to store now; null when nothing waits or enough calls are under way. Within the lock.</summary>
    private List<PendingAppend>? Next()
    {
        if (waiting.Count == 0 || calls > 1 || (calls == 1 && waiting.Count < WorthASecondCall)) return null;
        calls++;
        return Gather();
    }

    private List<PendingAppend> Gather()
    {
        List<PendingAppend> call = new(Math.Min(waiting.Count, MostInOneCall));
        HashSet<Guid> streams = [];
        Queue<PendingAppend> later = new();
        foreach (var append in waiting)
        {
            if (call.Count < MostInOneCall && streams.Add(append.Stream)) call.Add(append);
            else later.Enqueue(append);
        }

        waiting = later;
        return call;
    }

    private async Task Store(List<PendingAppend> call)
    {
        await Execute(call);
        Telemetry.Batch.Record(call.Count);
        if (call.Count == 1) GoOn();
        else ThreadPool.UnsafeQueueUserWorkItem(appender => appender.GoOn(), this, preferLocal: false);   // behind those just answered: what they append next is gathered, too
    }

    private void GoOn()
    {
        List<PendingAppend>? next;
        lock (turn)
        {
            calls--;
            next = Next();
        }

        if (next is not null) _ = Task.Run(() => Store(next));
    }

    private async Task Execute(List<PendingAppend> call)
    {
        try
        {
            await ExecuteInSession(call);
        }
        catch (PostgresException refusal) when (!refusal.IsTransient && call.Count > 1)
        {
            foreach (var append in call) await Execute([append]);    // one of them is poison: each must fail or succeed for itself
        }
        catch (Exception failure)
        {
            foreach (var append in call) append.Fail(failure);
        }
    }

    private async Task ExecuteInSession(List<PendingAppend> call)
    {
        var session = await Session();
        try
        {
            var positions = await session.Execute(call);
            idle.Add(session);
            wakeups.TellOfAppend();
            for (var nr = 0; nr < call.Count; nr++) call[nr].Succeed(positions[nr]);
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    private async Task<AppendSession> Session()
    {
        while (idle.TryTake(out var session))
        {
            if (await session.IsAlive()) return session;
            await session.DisposeAsync();
        }

        return await AppendSession.Open(sessions);
    }
}
