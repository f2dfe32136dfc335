namespace Ecosystem.Feedback.Deadlines;

/// <summary>Looks every second for deadlines that are near or missed, and for those that a changed calendar moves.</summary>
internal sealed class DeadlineSweep(SweepRound round, CalendarMoves moves, TimeProvider clock, ILogger<DeadlineSweep> log)
{
    public static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    public async Task Run(CancellationToken ct)
    {
        var began = clock.GetTimestamp();
        var settled = await round.Run(ct);
        await moves.Run(ct);
        Measures.Swept(clock.GetElapsedTime(began));
        if (settled > 0) log.LogInformation("The clocks of {Settled} reports were settled", settled);
    }
}
