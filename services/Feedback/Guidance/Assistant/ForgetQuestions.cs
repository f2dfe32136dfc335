using Ecosystem.EventSourcing;

namespace Ecosystem.Feedback.Guidance;

/// <summary>Questions may say more than they should, so nobody can read them for ever: the key of a month is destroyed three months later.</summary>
public sealed class ForgetQuestions(PersonalData personal, TimeProvider clock, ILogger<ForgetQuestions> log) : BackgroundService
{
    private const int Kept = 3, Looked = 12;

    /// <summary>The keys of the twelve months before those that are kept: none is missed when the service stood still for a while.</summary>
    public static IEnumerable<string> Due(DateTimeOffset now) => Enumerable.Range(Kept + 1, Looked).Select(months => Question.KeeperOf(new DateTimeOffset(now.Year, now.Month, 1, 0, 0, 0, TimeSpan.Zero).AddMonths(-months)));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var hour = new PeriodicTimer(TimeSpan.FromHours(1), clock);
        do await Forget(stoppingToken);
        while (await hour.WaitForNextTickAsync(stoppingToken));
    }

    private async Task Forget(CancellationToken ct)
    {
        try
        {
            foreach (var keeper in Due(clock.GetUtcNow())) await personal.Erase(keeper, ct);
        }
        catch (Npgsql.NpgsqlException away)
        {
            log.LogWarning("Old questions are forgotten an hour later: {Reason}", away.Message);
        }
    }
}
