using System.Diagnostics;
using Ecosystem.EventSourcing;

namespace Ecosystem.Feedback.Forwarding;

// Quoted names are in the database for good: add, never rename.
public abstract record FailureSummaryEvent;

/// <param name="Targets">Failed reports by agency.</param>
[Stored("forwarding_failures_summed")]
public sealed record FailuresSummed(string Unit, DateOnly Day, IReadOnlyDictionary<string, int> Targets, DateTimeOffset At) : FailureSummaryEvent;

/// <summary>What a province's coordinating unit is told of one day's failures, once.</summary>
public sealed record FailureSummary(bool IsTold)
{
    public static Guid IdOf(string province, DateOnly day) => NamedId.Of($"forwarding-failures:{province}:{day:yyyy-MM-dd}");

    public static FailureSummary Evolve(FailureSummary summary, FailureSummaryEvent happened) => happened switch
    {
        FailuresSummed => new(IsTold: true),
        _ => throw new UnreachableException($"{happened.GetType().Name} has no meaning yet."),
    };
}

/// <summary>Once a day the coordinating unit hears how many reports wait for which agency.</summary>
public sealed class SumFailures(ReadModel<Forwarding> rows, EventStream<FailureSummary, FailureSummaryEvent> summaries, ForwardingSchedule schedule, TimeProvider clock)
{
    public static FailureSummaryEvent[] Decide(string province, DateOnly day, IReadOnlyDictionary<string, int> targets, FailureSummary summary, DateTimeOffset now) =>
        summary.IsTold || targets.Count == 0 ? [] : [new FailuresSummed(CoordinatingUnit.Of(province), day, targets, now)];

    public async Task Run(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (now.ToOffset(TimeSpan.FromHours(7)).TimeOfDay < schedule.SummaryAt) return;
        var (day, failed) = (Target.DayOf(now), await rows.Query("where data->>'state' = 'Failed'", [], ct));
        foreach (var province in failed.GroupBy(row => row.Data.Unit[..2]))
        {
            var targets = province.GroupBy(row => row.Data.Target).ToDictionary(group => group.Key, group => group.Count());
            await summaries.Append(FailureSummary.IdOf(province.Key, day), summary => Decide(province.Key, day, targets, summary, now), ct);
        }
    }
}
