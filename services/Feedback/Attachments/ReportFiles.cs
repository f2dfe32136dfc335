using System.Collections.Immutable;
using System.Diagnostics;
using Ecosystem.EventSourcing;

namespace Ecosystem.Feedback.Attachments;

// Quoted names are in the database for good: add, never rename.
public abstract record AttachmentEvent;

/// <summary>Whose photo it is.</summary>
public enum AttachedBy { Reporter, Unit }

/// <param name="Number">From 1 within the report.</param>
/// <param name="File">Name of the stored file, under the reporter's key; so is the thumbnail's.</param>
/// <param name="Digest">Keyed hash of what was sent, to know a repeat by.</param>
/// <param name="Size">Bytes as served.</param>
[Stored("attachment_added")]
public sealed record AttachmentAdded(
    Guid Report, string Reporter, int Number, AttachedBy By, string ContentType, long Size, string File, string? Thumbnail, int? Width, int? Height, string Digest, DateTimeOffset At, string? Unit = null) : AttachmentEvent;

/// <param name="Reason">For everybody to read.</param>
[Stored("attachment_hidden")]
public sealed record AttachmentHidden(int Number, string Reason, string Unit, DateTimeOffset At) : AttachmentEvent;

[Stored("attachment_shown")]
public sealed record AttachmentShown(int Number, string Unit, DateTimeOffset At) : AttachmentEvent;

/// <summary>What is attached to one report: the rules' memory and the view alike. A stream of its own, so that two uploads at once cannot exceed the limit.</summary>
public sealed record ReportFiles(ImmutableList<AttachmentAdded> Files)
{
    /// <summary>Numbers of what not everybody sees, and why.</summary>
    public ImmutableDictionary<int, string> Hidden { get; init; } = ImmutableDictionary<int, string>.Empty;

    public static Guid IdOf(Guid report) => NamedId.Of($"attachments:{report}");

    public static ReportFiles New(Guid id) => new(ImmutableList<AttachmentAdded>.Empty);

    public static ReportFiles Evolve(ReportFiles files, AttachmentEvent happened) => happened switch
    {
        AttachmentAdded e => files with { Files = files.Files.Add(e) },
        AttachmentHidden e => files with { Hidden = files.Hidden.SetItem(e.Number, e.Reason) },
        AttachmentShown e => files with { Hidden = files.Hidden.Remove(e.Number) },
        _ => throw new UnreachableException($"{happened.GetType().Name} has no meaning yet."),
    };

    public static ReportFiles Fold(ReportFiles? files, Guid id, AttachmentEvent happened) => Evolve(files ?? New(id), happened);

    public AttachmentAdded? Find(string digest) => Files.Find(file => file.Digest == digest);

    /// <summary>Photos only: what is in a video or document nobody has looked at.</summary>
    public IEnumerable<AttachmentAdded> ForEverybody() => Files.Where(file => file.Width is not null && !Hidden.ContainsKey(file.Number));

    public AttachmentAdded? Numbered(int number) => Files.Find(file => file.Number == number);
}
