using System.Diagnostics;
using System.Text.Json;
using Npgsql;

namespace Ecosystem.EventSourcing;

internal sealed record NewEvent(Guid Id, string Type, string DotnetType, string Body);

internal sealed record NewView(string Name, string Body);

/// <summary>One decision's events on their way into the store.</summary>
internal sealed record PendingAppend(Guid Stream, string StreamType, long Expected, IReadOnlyList<NewEvent> Events, NewView? View, Cause Cause)
{
    /// <summary>1 MiB of JSON: far above any command that the edge lets in (bodies end at 1 MiB, too).</summary>
    private const int MostCharacters = 1 << 20;

    public string? CorrelationId { get; } = Activity.Current?.TraceId.ToHexString();

    public string? CausationId { get; } = Cause.MessageId?.ToString();

    public string Headers { get; } = JsonSerializer.Serialize(new EventHeaders(Activity.Current?.Id, Cause.StoredKey, Cause.RequestHash), HeadersJson.Default.EventHeaders);

    private readonly TaskCompletionSource<long?> done = new();

    public Task<long?> Done => done.Task;

    /// <exception cref="Refused">An event or view is too large.</exception>
    public PendingAppend Checked() =>
        Events.Any(e => e.Body.Length > MostCharacters) || View?.Body.Length > MostCharacters * 4
            ? throw new Refused(Problem.TooLarge)
            : this;

    /// <summary>Callers go on in the order of their appends, on other threads, and before any work that is queued later.</summary>
    public void Succeed(long? position) => ThreadPool.UnsafeQueueUserWorkItem(_ => done.TrySetResult(position), position, preferLocal: false);

    public void Fail(Exception failure)
    {
        if (failure is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation }) Succeed(null);   // a foreign writer was first
        else ThreadPool.UnsafeQueueUserWorkItem(failed => done.TrySetException(failed), Explain(failure), preferLocal: false);
    }

    private static Exception Explain(Exception failure) => failure switch
    {
        PostgresException { SqlState: ['2', '2', ..] or ['5', '4', ..] } => new Refused(Problem.NotStorable, failure),
        NpgsqlException or IOException or TimeoutException => new Refused(Problem.Unavailable, failure),
        _ => failure,
    };
}

/// <summary>What Marten keeps in its headers column: here the trace context and what makes a repeat recognisable.</summary>
internal sealed record EventHeaders(string? Traceparent, string? Key, string? Hash);

[System.Text.Json.Serialization.JsonSourceGenerationOptions(
    PropertyNamingPolicy = System.Text.Json.Serialization.JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)]
[System.Text.Json.Serialization.JsonSerializable(typeof(EventHeaders))]
internal sealed partial class HeadersJson : System.Text.Json.Serialization.JsonSerializerContext;
