namespace Ecosystem.Feedback.Attachments.Storage;

/// <summary>Where files are kept, each under the hash of its content: a directory, or a bucket in S3.</summary>
public interface IFileStore
{
    /// <summary>Stored for good when it returns, or not at all; the same again changes nothing.</summary>
    Task Write(string name, byte[] bytes, CancellationToken ct);

    /// <summary>Null where there is no such file.</summary>
    Task<byte[]?> Read(string name, CancellationToken ct);

    /// <summary>Also of what is not there.</summary>
    Task Delete(string name);
}
