using Ecosystem.EventSourcing;
using Ecosystem.Gateway.Limits;
using Microsoft.Extensions.Options;

namespace Ecosystem.Gateway.Partners;

/// <summary>Which plans a partner may be given: those that the gateway's limits know.</summary>
public sealed class Plans(IOptionsMonitor<LimitSettings> limits)
{
    /// <exception cref="Refused">A misspelt plan would silently be the common one.</exception>
    public void Require(string plan)
    {
        if (limits.CurrentValue.Names.Contains(plan)) return;
        throw new Refused(PartnerProblems.UnknownPlan) { Allowed = [.. limits.CurrentValue.Names] };
    }
}
