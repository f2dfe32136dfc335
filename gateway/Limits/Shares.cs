using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Ecosystem.Gateway.Limits;

/// <summary>The shares of all clients that have asked lately.</summary>
internal sealed class Shares(LimitStore store, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Share> shares = new();

    /// <summary>Takes one request out of each policy's quota; null where a closed class cannot be counted.</summary>
    public async ValueTask<Standing[]?> Take(Client client, Policy[] policies, bool closed)
    {
        var standings = new Standing[policies.Length];
        for (var i = 0; i < policies.Length; i++)
        {
            if (await Of(client, policies[i], closed).Take(clock.GetUtcNow()) is not { } standing)
                return null;
            standings[i] = standing;
        }

        return standings;
    }

    /// <summary>Forgets clients whose window is over.</summary>
    public void Sweep()
    {
        foreach (var (key, share) in shares)
            if (share.IsOver(clock.GetUtcNow()))
                shares.TryRemove(key, out _);
    }

    private Share Of(Client client, Policy policy, bool closed)
    {
        var key = $"{client.Kind} {client.Id} {policy.Name} {policy.Quota}/{policy.Seconds}";
        return shares.GetOrAdd(key, name => new Share(policy, closed, lease => store.TryLease(Hashed(name), lease)));
    }

    /// <summary>The database need not know who it is.</summary>
    private static Guid Hashed(string key) => new(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 16));
}
