using System.Collections.Concurrent;
using Ecosystem.EventSourcing;
using Ecosystem.Gateway.Partners;
using Npgsql;

namespace Ecosystem.Gateway.Limits;

/// <summary>The registry's plan of each partner, in memory: no request asks the database, and a changed plan holds within seconds. While the database is away the known ones go on.</summary>
internal sealed class PartnerPlans(ReadModel<Partner> partners, ILogger<PartnerPlans> log) : BackgroundService
{
    private const int Batch = 1000;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<string, string> plans = new();
    private long position;

    /// <summary>Null: no partner of this registry.</summary>
    public string? Of(string clientId) => plans.GetValueOrDefault(clientId);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Round);
        do
            await Follow(stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task Follow(CancellationToken ct)
    {
        try
        {
            while (await Read(ct) == Batch) { }
        }
        catch (NpgsqlException e)
        {
            log.LogWarning("The plans of partners stay as they are: {Reason}", e.Message);
        }
    }

    /// <summary>Only what has changed: positions are given in the order of commits, so nothing appears behind the last one.</summary>
    private async Task<int> Read(CancellationToken ct)
    {
        var changed = await partners.Query($"where position > $1 order by position limit {Batch}", [position], ct);
        foreach (var row in changed)
            (plans[row.Data.Path], position) = (row.Data.Plan, row.Position);
        return changed.Count;
    }
}
