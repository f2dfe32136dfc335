using Npgsql;

namespace Ecosystem.Gateway.Tokens;

/// <summary>The keys as this process knows them, looked at again every minute. While the database is away the known ones go on.</summary>
public sealed class Keys(KeyStore store, TimeProvider clock, ILogger<Keys> log) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim turn = new(1, 1);
    private Known? known;

    public async ValueTask<KeyRing> Current(CancellationToken ct)
    {
        if (IsFresh) return known!.Ring;
        await turn.WaitAsync(ct);
        try
        {
            if (!IsFresh) known = new(await store.Turn(clock.GetUtcNow(), ct), clock.GetUtcNow());
        }
        catch (NpgsqlException away) when (known is not null)
        {
            log.LogWarning("The keys of tokens stay as they are: {Reason}", away.Message);
            known = known with { At = clock.GetUtcNow() };
        }
        finally
        {
            turn.Release();
        }

        return known!.Ring;
    }

    public void Dispose() => turn.Dispose();

    private bool IsFresh => known is not null && known.At + Fresh > clock.GetUtcNow();

    private sealed record Known(KeyRing Ring, DateTimeOffset At);
}
