using System.Security.Cryptography;
using Ecosystem.EventSourcing;

namespace Ecosystem.Feedback.Attachments.Storage;

/// <summary>Files under a person's key: erasing the person makes them unreadable, in backups of the files too. Named by the hash of what is stored, which tells nothing of the photo.</summary>
public sealed class SealedFiles(IFileStore store, PersonalData personal, ILogger<SealedFiles> log)
{
    /// <summary>The name under which it is found again.</summary>
    public async Task<string> Keep(string subject, byte[] plain, CancellationToken ct)
    {
        var cipher = await personal.SealBytes(subject, plain, ct);
        var name = Convert.ToHexStringLower(SHA256.HashData(cipher));
        await store.Write(name, cipher, ct);
        return name;
    }

    /// <summary>Null where the person was erased.</summary>
    /// <exception cref="Refused">The file is not there, or is not what was stored.</exception>
    public async Task<byte[]?> Read(string subject, string name, CancellationToken ct)
    {
        if (await store.Read(name, ct) is { } cipher && Convert.ToHexStringLower(SHA256.HashData(cipher)) == name) return await personal.OpenBytes(subject, cipher, ct);
        log.LogError("The stored file {File} is missing or was changed", name);
        throw new Refused(AttachmentProblems.FileMissing);
    }

    /// <summary>Also of what is not there any more.</summary>
    public async Task Drop(IEnumerable<string?> names)
    {
        foreach (var name in names.OfType<string>()) await store.Delete(name);
    }

    /// <summary>What was kept for nothing. Where the store is away it stays, sealed; that must not hide why it was for nothing.</summary>
    public async Task Undo(IEnumerable<string?> names)
    {
        try
        {
            await Drop(names);
        }
        catch (Refused)
        {
            log.LogWarning("Files without an attachment are left in the store: {Files}", string.Join(' ', names));
        }
    }
}
