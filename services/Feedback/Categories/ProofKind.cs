using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback.Categories;

// Names are in the database for good: add, never rename.

/// <summary>What shows that the work behind an answer was done: a note of what was done, a photo from after the acceptance, what it cost.</summary>
public enum ProofKind { Note, PhotoAfter, Cost }

public static class ProofNames
{
    /// <summary>In the language of the current request.</summary>
    public static string Name(this ProofKind kind) => kind switch
    {
        ProofKind.Note => Language.Say("note of what was done", "ghi chú việc đã làm"),
        ProofKind.PhotoAfter => Language.Say("photo after the work", "ảnh sau xử lý"),
        _ => Language.Say("cost", "chi phí"),
    };
}
