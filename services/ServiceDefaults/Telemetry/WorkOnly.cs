using System.Diagnostics;
using OpenTelemetry.Trace;

namespace Ecosystem.ServiceDefaults;

/// <summary>
/// A trace begins with work that somebody asked for: a request or a message. Health probes (four fifths of all spans
/// otherwise) and what background loops ask the database by themselves begin none.
/// </summary>
internal sealed class WorkOnly : Sampler
{
    public override SamplingResult ShouldSample(in SamplingParameters span) =>
        new(IsWork(span.Kind) && !IsProbe(span) ? SamplingDecision.RecordAndSample : SamplingDecision.Drop);

    private static bool IsWork(ActivityKind kind) => kind is ActivityKind.Server or ActivityKind.Consumer or ActivityKind.Producer;

    private static bool IsProbe(in SamplingParameters span) =>
        span.Tags?.Any(tag => tag is { Key: "url.path", Value: string path } && path.StartsWith("/health/", StringComparison.Ordinal)) ?? false;
}
