using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Attachments.Storage;
using Npgsql;

namespace Ecosystem.Feedback.Attachments.Uploads;

/// <summary>What nobody completes is not kept: parts of old uploads are deleted.</summary>
public sealed class ClearUploads(IServiceScopeFactory scopes, ReadModel<UploadRow> uploads, SealedFiles files, TimeProvider clock, ILogger<ClearUploads> log) : BackgroundService
{
    private const string Old = "where data->>'status' <> 'Cleared' and (data->>'startedAt')::timestamptz < $1 order by created_position limit 100";
    private static readonly TimeSpan Kept = Upload.Life + TimeSpan.FromHours(1);

    public static UploadEvent[] Decide(Upload upload, DateTimeOffset now) =>
        upload is { Status: UploadStatus.Open or UploadStatus.Completed, Started: { } started } && now >= started.At + Kept ? [new UploadCleared()] : [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var turn = new PeriodicTimer(TimeSpan.FromMinutes(10), clock);
        while (await turn.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                foreach (var row in await uploads.Query(Old, [clock.GetUtcNow() - Kept], stoppingToken)) await Clear(row.Id, stoppingToken);
            }
            catch (Exception failure) when (failure is NpgsqlException or Refused or IOException)
            {
                log.LogWarning("Old uploads are cleared later: {Reason}", failure.Message);
            }
        }
    }

    private async Task Clear(Guid id, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var streams = scope.ServiceProvider.GetRequiredService<EventStream<Upload, UploadEvent>>();
        scope.ServiceProvider.GetRequiredService<Cause>().By = "service:feedback";
        await files.Drop((await streams.Load(id, ct)).State.Files.Values);
        await streams.Append(id, upload => Decide(upload, clock.GetUtcNow()), ct);
    }
}
