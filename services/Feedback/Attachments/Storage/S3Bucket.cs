using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Ecosystem.EventSourcing;

namespace Ecosystem.Feedback.Attachments.Storage;

/// <summary>Files as objects of one bucket, at any server that speaks S3. A put is there as a whole or not at all; whatever is wrong with the server is a 503 for the caller and a line in the log.</summary>
public sealed class S3Bucket(S3Settings settings, ILogger<S3Bucket> log) : IFileStore, IDisposable
{
    /// <summary>With all second tries; the gateway waits longer for uploads.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(25);

    private readonly AmazonS3Client client = new(new BasicAWSCredentials(settings.AccessKey, settings.SecretKey), new AmazonS3Config
    {
        ServiceURL = settings.Endpoint.AbsoluteUri,
        AuthenticationRegion = settings.Region,
        ForcePathStyle = true,    // servers of one's own have no name for each bucket
        ConnectTimeout = TimeSpan.FromSeconds(3),
        Timeout = TimeSpan.FromSeconds(10),
        MaxErrorRetry = 1,
        RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,    // others than Amazon's refuse the newer checksums
        ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
    });

    public Task Write(string name, byte[] bytes, CancellationToken ct) => Ask(
        async stop => await client.PutObjectAsync(new() { BucketName = settings.Bucket, Key = name, InputStream = new MemoryStream(bytes), UseChunkEncoding = false }, stop), ct);

    public Task<byte[]?> Read(string name, CancellationToken ct) => Ask(
        async stop =>
        {
            try
            {
                using var found = await client.GetObjectAsync(new GetObjectRequest { BucketName = settings.Bucket, Key = name }, stop);
                using var bytes = new MemoryStream();
                await found.ResponseStream.CopyToAsync(bytes, stop);
                return bytes.ToArray();
            }
            catch (AmazonS3Exception missing) when (missing.StatusCode is HttpStatusCode.NotFound && missing.ErrorCode is "NoSuchKey")
            {
                return null;
            }
        },
        ct);

    public Task Delete(string name) => Ask(async stop => await client.DeleteObjectAsync(new() { BucketName = settings.Bucket, Key = name }, stop), CancellationToken.None);

    public void Dispose() => client.Dispose();

    private async Task<T> Ask<T>(Func<CancellationToken, Task<T>> call, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Longest);
        try
        {
            return await call(limit.Token);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested && failure is AmazonServiceException or AmazonClientException or HttpRequestException or IOException or OperationCanceledException)
        {
            log.LogError("The bucket {Bucket} cannot be used: {Reason}", settings.Bucket, (failure as AmazonServiceException)?.ErrorCode is { Length: > 0 } code ? code : failure.Message);
            throw new Refused(AttachmentProblems.StoreAway, failure);
        }
    }
}
