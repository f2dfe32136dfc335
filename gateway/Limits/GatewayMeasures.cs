using System.Diagnostics.Metrics;
using Ecosystem.EventSourcing;

namespace Ecosystem.Gateway.Limits;

/// <summary>What operators see of limits and shedding: who is sent away why, and how much this gateway dares to carry.</summary>
internal sealed class GatewayMeasures
{
    private readonly Counter<long> refused;

    public GatewayMeasures(IMeterFactory meters, Capacity capacity)
    {
        var meter = meters.Create("Ecosystem");
        refused = meter.CreateCounter<long>("ecosystem.gateway.refused", "{request}", "Requests refused by limits or shedding");
        meter.CreateObservableGauge("ecosystem.gateway.capacity", () => capacity.Limit, "{request}", "Requests that may be in flight");
    }

    public void Refused(Problem problem, string requestClass) => refused.Add(1, new("problem", problem.Type), new("class", requestClass));
}
