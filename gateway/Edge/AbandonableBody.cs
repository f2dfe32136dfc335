using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;

namespace Ecosystem.Gateway.Edge;

/// <summary>
/// A request's body of which a read can be given up, as forwarding does when the service has answered before it has read all. Kestrel takes a read
/// whose token is cancelled for one that still goes on: it could not read the rest away, and would end the connection under the client's next request.
/// </summary>
internal sealed class AbandonableBody(PipeReader body) : PipeReader
{
    /// <summary>Gives the request this body in place of its own.</summary>
    public static Task Put(HttpContext http, RequestDelegate next)
    {
        if (http.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: true }) http.Request.Body = new AbandonableBody(http.Request.BodyReader).AsStream(leaveOpen: true);
        return next(http);
    }

    public override async ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default)
    {
        await using var registration = cancellationToken.UnsafeRegister(static reader => ((PipeReader)reader!).CancelPendingRead(), body);
        var result = await body.ReadAsync(CancellationToken.None);
        if (!result.IsCanceled) return result;
        body.AdvanceTo(result.Buffer.Start);
        throw new OperationCanceledException(cancellationToken);
    }

    public override bool TryRead(out ReadResult result) => body.TryRead(out result);

    public override void AdvanceTo(SequencePosition consumed) => body.AdvanceTo(consumed);

    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined) => body.AdvanceTo(consumed, examined);

    public override void CancelPendingRead() => body.CancelPendingRead();

    public override void Complete(Exception? exception = null) => body.Complete(exception);
}
