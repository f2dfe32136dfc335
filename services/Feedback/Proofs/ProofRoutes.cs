using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback.Proofs;

/// <summary>Proofs that anybody can check: a chain for each report, and a root a day.</summary>
internal static class ProofRoutes
{
    public static void KeepAnchors(this StoreBuilder store) => store.Stream<Anchor, AnchorEvent>("anchor", _ => Anchor.None, Anchor.Evolve).View<Anchor>("anchor", Anchor.Fold);

    public static void AddProofs(this IServiceCollection services)
    {
        services.AddSingleton<StoredEvents>().AddSingleton<Leaves>().AddScoped<AnchorDay>();
        services.AddSweep("anchors", TimeSpan.FromSeconds(5), async (provider, ct) =>
        {
            while (await provider.GetRequiredService<AnchorDay>().Next(ct)) { }
        });
    }

    public static void MapProofs(this IEndpointRouteBuilder app)
    {
        app.MapGet("/v1/reports/{id}/proof", ReadProof.Handle).RequireScope("feedback.read").WithSummary("Read the proof that a report was not changed");
        app.MapGet("/v1/anchors/{day}", ReadAnchor.Handle).AllowAnonymous().WithSummary("Read the root over a day's report events");
    }
}
