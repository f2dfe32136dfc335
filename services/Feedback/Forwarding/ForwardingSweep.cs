namespace Ecosystem.Feedback.Forwarding;

/// <summary>Every second what is due goes to other agencies; now and then they are asked how far it is.</summary>
internal sealed class ForwardingSweep(ForwardingSchedule schedule, TimeProvider clock)
{
    public static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    private DateTimeOffset nextPull;

    public async Task Run(Dispatch dispatch, SumFailures sums, CancellationToken ct)
    {
        await dispatch.SendDue(ct);
        if (clock.GetUtcNow() >= nextPull)
        {
            nextPull = clock.GetUtcNow() + schedule.Pull;
            await dispatch.Pull(ct);
        }

        await sums.Run(ct);
    }
}
