using System.Collections.Immutable;
using System.Diagnostics;
using Ecosystem.EventSourcing;

namespace Ecosystem.Feedback.Attachments.Uploads;

// Quoted names are in the database for good: add, never rename.
public abstract record UploadEvent;

/// <param name="By">The caller who may send the parts.</param>
[Stored("upload_started")]
public sealed record UploadStarted(Guid Report, string Reporter, string By, int Size, int Parts, DateTimeOffset At) : UploadEvent;

/// <param name="File">Name of the stored part, under the reporter's key.</param>
[Stored("upload_part_stored")]
public sealed record UploadPartStored(int Number, string File) : UploadEvent;

/// <param name="Attachment">Its number within the report.</param>
[Stored("upload_completed")]
public sealed record UploadCompleted(int Attachment) : UploadEvent;

/// <summary>The parts are not kept any more.</summary>
[Stored("upload_cleared")]
public sealed record UploadCleared : UploadEvent;

public enum UploadStatus { Absent, Open, Completed, Cleared }

/// <summary>A file on its way in parts. All parts but the last have the same length, which follows from size and number.</summary>
public sealed record Upload(UploadStatus Status, ImmutableSortedDictionary<int, string> Files, UploadStarted? Started = null, int? Attachment = null)
{
    /// <summary>How long parts may still come.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(24);

    public static Upload New(Guid id) => new(UploadStatus.Absent, ImmutableSortedDictionary<int, string>.Empty);

    public static Upload Evolve(Upload upload, UploadEvent happened) => happened switch
    {
        UploadStarted e => upload with { Status = UploadStatus.Open, Started = e },
        UploadPartStored e => upload with { Files = upload.Files.SetItem(e.Number, e.File) },
        UploadCompleted e => upload with { Status = UploadStatus.Completed, Attachment = e.Attachment },
        UploadCleared => upload with { Status = UploadStatus.Cleared },
        _ => throw new UnreachableException($"{happened.GetType().Name} has no meaning yet."),
    };

    public int PartSize => PartSizeOf(Started!.Size, Started.Parts);

    public static int PartSizeOf(int size, int parts) => (size + parts - 1) / parts;

    public int LengthOf(int part) => part == Started!.Parts ? Started.Size - PartSize * (part - 1) : PartSize;

    public IEnumerable<int> Missing => Enumerable.Range(1, Started!.Parts).Where(part => !Files.ContainsKey(part));

    /// <exception cref="Refused">It is not the caller's, or no part can come any more.</exception>
    public Upload OpenTo(Guid report, string by, DateTimeOffset now) =>
        Started?.Report != report || Started.By != by ? throw new Refused(Problem.NotFound)
        : Status is UploadStatus.Open && now < Started.At + Life ? this
        : throw new Refused(AttachmentProblems.UploadEnded);
}
