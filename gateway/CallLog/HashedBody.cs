using System.Security.Cryptography;

namespace Ecosystem.Gateway.CallLog;

/// <summary>Passes a body on unchanged and unbuffered, and counts and hashes what passed.</summary>
/// <param name="before">Hashed before the body.</param>
public sealed class HashedBody(Stream inner, byte[] before) : Stream
{
    private IncrementalHash? hash;    // with the first byte: most requests have no body, and it costs more than the rest of this

    public long Bytes { get; private set; }

    public override bool CanRead => inner.CanRead;

    public override bool CanSeek => false;

    public override bool CanWrite => inner.CanWrite;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>SHA-256 of all that passed, base64. Once, at the end.</summary>
    public string Digest() => Convert.ToBase64String(hash?.GetHashAndReset() ?? SHA256.HashData(before));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, cancellationToken);
        Passed(buffer.Span[..read]);
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await inner.WriteAsync(buffer, cancellationToken);
        Passed(buffer.Span);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override void Flush() => inner.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        hash?.Dispose();
        base.Dispose(disposing);
    }

    private void Passed(ReadOnlySpan<byte> passed)
    {
        if (passed.IsEmpty)
            return;
        Bytes += passed.Length;
        (hash ??= Begin()).AppendData(passed);
    }

    private IncrementalHash Begin()
    {
        var begun = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        begun.AppendData(before);
        return begun;
    }
}
