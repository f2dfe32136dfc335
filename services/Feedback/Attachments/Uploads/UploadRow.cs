namespace Ecosystem.Feedback.Attachments.Uploads;

/// <summary>Uploads whose parts may still lie in the store: who looks for old ones finds them here.</summary>
public sealed record UploadRow(Guid Report, DateTimeOffset StartedAt, UploadStatus Status)
{
    public static UploadRow? Fold(UploadRow? row, Guid id, UploadEvent happened) => happened switch
    {
        UploadStarted e => new(e.Report, e.At, UploadStatus.Open),
        UploadCompleted when row is not null => row with { Status = UploadStatus.Completed },
        UploadCleared when row is not null => row with { Status = UploadStatus.Cleared },
        _ => row,
    };
}
