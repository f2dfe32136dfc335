using System.Reflection;
using Ecosystem.Contracts;
using Ecosystem.EventSourcing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Ecosystem.ServiceDefaults;

/// <summary>What operators see and repair of a service's event store: lag, what the relay waits for, rewinding it, rebuilding projections.</summary>
public static class OperationEndpoints
{
    private static readonly Problem FromWhere = new("rewind-from-where", 400, "Say either a position or a time to rewind to.", "Hãy cho biết vị trí hoặc thời điểm cần quay lại.");

    private static readonly Problem NoSuchEndpoint = new("no-such-endpoint", 400, "No consumer listens under this name.", "Không có bên nhận nào mang tên này.");

    private static readonly HashSet<string> Endpoints =
        [.. typeof(HeardByAttribute).Assembly.GetTypes().SelectMany(type => type.GetCustomAttribute<HeardByAttribute>()?.Endpoints ?? [])];

    /// <param name="Position">The last position that needs no repeat, from 0.</param>
    /// <param name="Time">Or: publish again what was stored from this time on.</param>
    /// <param name="Endpoint">The only queue to send to, e.g. of a new consumer that asks for the past; null: all subscribers.</param>
    public sealed record Rewind(long? Position = null, DateTimeOffset? Time = null, string? Endpoint = null);

    /// <summary>Where the relay goes on from.</summary>
    /// <param name="Position">All events after it are published again.</param>
    /// <param name="Endpoint">The only queue that they go to; null: all subscribers.</param>
    public sealed record Rewound(long Position, string? Endpoint);

    public static void MapOperations(this IEndpointRouteBuilder app, string service)
    {
        var operations = app.MapGroup($"/v1/operations/{service}");
        operations.MapGet("", (Operations store, CancellationToken ct) => store.Status(ct)).WithName("readOperations").RequireScope("operations").WithSummary("See how far the relay and the projections are");
        operations.MapPost("/relay/rewind", RewindRelay).WithName("rewindRelay").RequireScope("operations").WithSummary("Publish again what the broker may have lost");
        operations.MapWork();
    }

    private static async Task<Ok<Rewound>> RewindRelay(Rewind command, Operations store, CancellationToken ct)
    {
        if (command.Endpoint is { } endpoint && !Endpoints.Contains(endpoint)) throw new Refused(NoSuchEndpoint);
        var position = (command.Position, command.Time) switch
        {
            ({ } given and >= 0, null) => given,
            (null, { } time) => await store.PositionBefore(time, ct),
            _ => throw new Refused(FromWhere),
        };
        await store.Rewind(position, command.Endpoint, ct);
        return TypedResults.Ok(new Rewound(position, command.Endpoint));
    }
}
