using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Ecosystem.EventSourcing;

/// <summary>
/// The one writer of this process: it gathers all appends that wait at a moment into one call, so that under load one
/// lock and one fsync serve many commands. Two appends to one stream never share a call.
/// </summary>
internal sealed class Appender(NpgsqlDataSource database) : IHostedService
{
    private const int MostInOneCall = 256;

    private readonly Channel<PendingAppend> waiting = Channel.CreateBounded<PendingAppend>(new BoundedChannelOptions(10_000) { SingleReader = true });
    private readonly Queue<PendingAppend> held = [];
    private Task loop = Task.CompletedTask;

    /// <summary>The position of the append's last event, or null when the stream was not at the expected version.</summary>
    /// <exception cref="Refused">The events cannot be stored, or the database cannot be reached: then nobody knows whether they were.</exception>
    public async Task<long?> Append(PendingAppend append, CancellationToken ct)
    {
        await waiting.Writer.WriteAsync(append, ct);
        return await append.Done.Task;
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        loop = Task.Run(Run, CancellationToken.None);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        waiting.Writer.TryComplete();
        return loop;
    }

    private async Task Run()
    {
        while (held.Count > 0 || await waiting.Reader.WaitToReadAsync())
            await Store(Gather());
    }

    private List<PendingAppend> Gather()
    {
        List<PendingAppend> call = [];
        HashSet<Guid> streams = [];
        for (var again = held.Count; again > 0; again--) Take(held.Dequeue());
        while (call.Count < MostInOneCall && waiting.Reader.TryRead(out var next)) Take(next);
        return call;

        void Take(PendingAppend append)
        {
            if (call.Count < MostInOneCall && streams.Add(append.Stream)) call.Add(append);
            else held.Enqueue(append);
        }
    }

    private async Task Store(List<PendingAppend> call)
    {
        try
        {
            await AppendCall.Execute(database, call);
            Telemetry.Batch.Record(call.Count);
        }
        catch (PostgresException refusal) when (!refusal.IsTransient && call.Count > 1)
        {
            foreach (var append in call) await Store([append]);    // one of them is poison: each must fail or succeed for itself
        }
        catch (Exception failure)
        {
            foreach (var append in call) append.Fail(failure);
        }
    }
}
