using System.Diagnostics.Metrics;
using System.Threading.Channels;

namespace Ecosystem.Gateway.CallLog;

/// <summary>
/// Calls on their way into the log. A log that cannot be written fills it and raises the alarm, the metric
/// <c>ecosystem.gateway.calls.unlogged</c>; traffic goes on.
/// </summary>
public sealed class CallQueue
{
    public const int Capacity = 20_000;
    private const int Batch = 1_000;

    private readonly Channel<Call> calls = Channel.CreateBounded<Call>(new BoundedChannelOptions(Capacity) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });
    private readonly Counter<long> unlogged;
    private long lost;

    public CallQueue(IMeterFactory meters)
    {
        var meter = meters.Create("Ecosystem");
        unlogged = meter.CreateCounter<long>("ecosystem.gateway.calls.unlogged", description: "Calls that the full queue could not take: the log has a gap.");
        meter.CreateObservableGauge("ecosystem.gateway.calls.waiting", () => Waiting, description: "Calls that wait to be logged.");
    }

    /// <summary>Calls that the log will lack, since the start of this process.</summary>
    public long Lost => Interlocked.Read(ref lost);

    public void Add(Call call)
    {
        if (calls.Writer.TryWrite(call)) return;
        Interlocked.Increment(ref lost);
        unlogged.Add(1);
    }

    /// <summary>Waits for a call and takes what is there, at most 1,000; empty once the queue is closed and worked off.</summary>
    public async Task<List<Call>> Take(CancellationToken ct)
    {
        List<Call> batch = [];
        if (!await calls.Reader.WaitToReadAsync(ct)) return batch;
        while (batch.Count < Batch && calls.Reader.TryRead(out var call)) batch.Add(call);
        return batch;
    }

    public bool IsClosed => calls.Reader.Completion.IsCompleted;

    public int Waiting => calls.Reader.Count;

    public void Close() => calls.Writer.TryComplete();
}
