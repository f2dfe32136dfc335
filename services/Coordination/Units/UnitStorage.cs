using System.Diagnostics;
using Ecosystem.EventSourcing;

namespace Ecosystem.Coordination;

/// <summary>Stores thousands of units and organisations within seconds: many appends at once, which the appender gathers into few calls.</summary>
public sealed class UnitStorage(
    EventStream<AdministrativeUnit, UnitEvent> units, EventStream<Organisation, OrganisationEvent> organisations, EcosystemProvinces provinces, TimeProvider clock)
{
    private const int AtOnce = 64;

    private int added, renamed, unchanged;

    public async Task<ImportUnits.Counts> Store(IReadOnlyList<UnitLine> lines, DateOnly validFrom, CancellationToken ct)
    {
        using var quiet = Quietly();
        var now = clock.GetUtcNow();
        var derived = lines.Where(provinces.Include).SelectMany(RegisterOrganisations.Of).ToList();
        await ForEach(lines, async (line, stop) => (await units.Create(
            AdministrativeUnit.IdOf(line.Code), unit => ImportUnits.Decide(line, validFrom, unit, now), stop)).Events, ct);
        await ForEach(derived, async (code, stop) => (await organisations.Create(
            Organisation.IdOf(code.Code), organisation => RegisterOrganisations.Decide(code, validFrom, organisation, now), stop)).Events, ct);
        var top = lines.Count(line => line.IsProvince);
        return new(top, lines.Count - top, derived.Count, added, renamed, unchanged);
    }

    private Task ForEach<T>(IReadOnlyList<T> all, Func<T, CancellationToken, Task<IReadOnlyList<object>>> store, CancellationToken ct) =>
        Parallel.ForEachAsync(all, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct }, async (one, stop) => Count(await store(one, stop)));

    private void Count(IReadOnlyList<object> happened)
    {
        if (happened is []) Interlocked.Increment(ref unchanged);
        else if (happened is [UnitRegistered or OrganisationRegistered]) Interlocked.Increment(ref added);
        else Interlocked.Increment(ref renamed);
    }

    /// <summary>Nobody can read a trace of ten thousand spans: what follows belongs to the request's trace, but is not recorded.</summary>
    private static Activity? Quietly() => Activity.Current is { } request
        ? new Activity("import").SetParentId(request.TraceId, request.SpanId, ActivityTraceFlags.None).Start()
        : null;
}
