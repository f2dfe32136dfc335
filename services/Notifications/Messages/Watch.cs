using System.Threading.Channels;

namespace Ecosystem.Notifications;

/// <summary>One live stream's ear.</summary>
public sealed class Watch(Action<Watch> end) : IDisposable
{
    private readonly Channel<bool> arrived = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Signal() => arrived.Writer.TryWrite(true);

    /// <summary>True when something arrived, false when the time was up.</summary>
    public async Task<bool> Arrived(TimeSpan atMost, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(atMost);
        try
        {
            return await arrived.Reader.ReadAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return false;
        }
    }

    public void Dispose() => end(this);
}
