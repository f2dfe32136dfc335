namespace Ecosystem.Feedback.Attachments.Storage;

/// <summary>Which bucket of which server, and the key that opens it.</summary>
public sealed record S3Settings(Uri Endpoint, string Region, string Bucket, string AccessKey, string SecretKey)
{
    /// <summary>Null where no bucket is named: files are in a directory then.</summary>
    /// <exception cref="InvalidOperationException">A bucket is named, and something else is missing or would send files in the clear.</exception>
    public static S3Settings? From(IConfiguration configuration, IHostEnvironment environment)
    {
        if (configuration["ECOSYSTEM_S3_BUCKET"] is not { Length: > 0 } bucket) return null;
        var (key, secret) = (configuration["ECOSYSTEM_S3_ACCESS_KEY"], configuration["ECOSYSTEM_S3_SECRET_KEY"]);
        if (!Uri.TryCreate(configuration["ECOSYSTEM_S3_ENDPOINT"], UriKind.Absolute, out var endpoint) || string.IsNullOrEmpty(key) || string.IsNullOrEmpty(secret))
            throw new InvalidOperationException("ECOSYSTEM_S3_BUCKET needs ECOSYSTEM_S3_ENDPOINT, ECOSYSTEM_S3_ACCESS_KEY and ECOSYSTEM_S3_SECRET_KEY.");
        if (endpoint.Scheme != Uri.UriSchemeHttps && !environment.IsDevelopment())
            throw new InvalidOperationException("ECOSYSTEM_S3_ENDPOINT must begin with https:// outside development.");
        return new(endpoint, configuration["ECOSYSTEM_S3_REGION"] is { Length: > 0 } region ? region : "us-east-1", bucket, key, secret);
    }
}
