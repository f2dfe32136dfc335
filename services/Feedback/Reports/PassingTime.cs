using Ecosystem.EventSourcing;

namespace Ecosystem.Feedback.Reports;

/// <summary>What time alone decides: uncontested answers close their reports, and nothing waits longer than it was to. Each instance may do it; it happens once.</summary>
public sealed partial class PassingTime(IServiceScopeFactory scopes, ReadModel<ReportRow> rows, ReopenWindow window, TimeProvider clock, ILogger<PassingTime> log) : BackgroundService
{
    private const int Batch = 200;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        do await Sweep(stoppingToken); while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task Sweep(CancellationToken ct)
    {
        try
        {
            var now = clock.GetUtcNow();
            await All("where data->>'status' = 'Answered' and data->>'since' <= $1 order by data->>'since' limit 200", now - window.Length, report => CloseReport.Decide(window, report, clock.GetUtcNow()), ct);
            await All("where data->>'status' = 'Waiting' and data->>'waitingUntil' <= $1 order by data->>'waitingUntil' limit 200", now, report => ResumeReport.Decide(report, clock.GetUtcNow()), ct);
        }
        catch (Exception trouble) when (trouble is not OperationCanceledException)
        {
            Failed(log, trouble.Message);
        }
    }

    private async Task All(string due, DateTimeOffset until, Func<Report, ReportEvent[]> decide, CancellationToken ct)
    {
        IReadOnlyList<Row<ReportRow>> batch;
        do
        {
            batch = await rows.Query(due, [$"{until.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffffff}"], ct);
            foreach (var row in batch) await One(row.Id, decide, ct);
        }
        while (batch.Count == Batch);
    }

    private async Task One(Guid id, Func<Report, ReportEvent[]> decide, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Cause>().By = "feedback";
        await scope.ServiceProvider.GetRequiredService<EventStream<Report, ReportEvent>>().Append(id, decide, ct);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What was due could not be done yet: {Reason}")]
    private static partial void Failed(ILogger log, string reason);
}
