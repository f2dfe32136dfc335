namespace Ecosystem.Gateway.CallLog.Archive;

/// <summary>Where copies of the log are kept outside the database.</summary>
/// <param name="Directory">Shared by all gateways and there already: a disk that is not mounted must not be made up. Null: no archive.</param>
/// <param name="Every">How long a call may wait until it is in a file.</param>
/// <param name="Bytes">How much text one file may hold; packed it is smaller.</param>
internal sealed record ArchiveSettings(string? Directory, TimeSpan Every, long Bytes)
{
    private const long Default = 32L << 20;

    public bool IsOn => Directory is not null;

    /// <exception cref="InvalidOperationException">A setting cannot work: said at start.</exception>
    public static ArchiveSettings Of(IConfiguration configuration) => new(
        configuration["ECOSYSTEM_CALL_LOG_ARCHIVE"] is { Length: > 0 } given ? Path.GetFullPath(given) : null,
        CallLogInterval.Of(configuration, "ECOSYSTEM_CALL_LOG_ARCHIVE_EVERY", TimeSpan.FromHours(6)),
        configuration.GetValue("ECOSYSTEM_CALL_LOG_ARCHIVE_BYTES", Default) is > 0 and var bytes ? bytes : throw new InvalidOperationException("ECOSYSTEM_CALL_LOG_ARCHIVE_BYTES must be more than 0."));
}
