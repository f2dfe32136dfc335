namespace Ecosystem.Feedback.Attachments.Storage;

/// <summary>Files in a directory that all instances share (ECOSYSTEM_ATTACHMENTS), each under the hash of its content.</summary>
public sealed class FileFolder : IFileStore
{
    private readonly string root;

    /// <exception cref="InvalidOperationException">The setting is missing.</exception>
    public FileFolder(IConfiguration configuration)
    {
        root = configuration["ECOSYSTEM_ATTACHMENTS"] is { Length: > 0 } given ? Path.GetFullPath(given)
            : throw new InvalidOperationException("ECOSYSTEM_ATTACHMENTS must name the directory of reports' photos, videos and documents, or ECOSYSTEM_S3_BUCKET a bucket.");
    }

    /// <summary>On the disk when it returns: written beside, flushed, then renamed, so that no half file ever has a name.</summary>
    public async Task Write(string name, byte[] bytes, CancellationToken ct)
    {
        var path = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var beside = $"{path}.part";
        await using (var stream = new FileStream(beside, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            await stream.WriteAsync(bytes, ct);
            stream.Flush(flushToDisk: true);
        }

        File.Move(beside, path, overwrite: true);
    }

    public async Task<byte[]?> Read(string name, CancellationToken ct)
    {
        var path = PathOf(name);
        return File.Exists(path) ? await File.ReadAllBytesAsync(path, ct) : null;
    }

    public Task Delete(string name)
    {
        if (Directory.Exists(Path.GetDirectoryName(PathOf(name)))) File.Delete(PathOf(name));
        return Task.CompletedTask;
    }

    private string PathOf(string name) => Path.Combine(root, name[..2], name);
}
