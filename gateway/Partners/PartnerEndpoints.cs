using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Gateway.Partners;

/// <summary>The registry of partners: who may call, kept by operators.</summary>
public static class PartnerEndpoints
{
    public static void AddPartners(this WebApplicationBuilder builder)
    {
        builder.Services.AddValidation();
        builder.AddEventSourcing("gateway", typeof(Program).Assembly, store => store.Dispensable()
            .Stream<Partner, PartnerEvent>("partner", Partner.New, Partner.Evolve)
            .View<Partner>("partner", Partner.Fold));
        builder.Services.AddSingleton<MasterKey>().AddSingleton<Secrets>().AddSingleton<Plans>();
    }

    public static void MapPartners(this IEndpointRouteBuilder app)
    {
        var partners = app.MapGroup("/v1/partners").RequireScope("partners.manage");
        partners.MapPost("", RegisterPartner.Handle).WithSummary("Register a partner");
        partners.MapGet("", ListPartners.Handle).WithSummary("List the partners");
        partners.MapGet("/{id}", ReadPartner.Handle).WithSummary("Read a partner, now or as of a time");
        partners.MapPut("/{id}", ChangePartner.Handle).RequireIfMatch().WithSummary("Change a partner's name, contact, scopes and plan");
        partners.MapGet("/{id}/history", ReadHistory).WithSummary("Read who did what when to a partner");
        partners.MapPost("/{id}/disable", DisablePartner.Handle).WithSummary("Give a partner no more tokens");
        partners.MapPost("/{id}/enable", EnablePartner.Handle).WithSummary("Give a disabled partner tokens again");
        partners.MapPost("/{id}/delete", DeletePartner.Handle).WithSummary("Delete a disabled partner for good");
        partners.MapPost("/{id}/credentials", AddCredential.Handle).WithSummary("Add a public key, or have a secret made");
        partners.MapDelete("/{id}/credentials/{credential}", RevokeCredential.Handle).WithSummary("Revoke a key or secret");
    }

    private static async Task<Ok<Page<HistoryEntry>>> ReadHistory(Guid id, StreamLog log, CancellationToken ct) =>
        await log.History(id, ct) is { Count: > 0 } entries ? TypedResults.Ok(new Page<HistoryEntry>(entries, Next: null)) : throw new Refused(Problem.NotFound);
}
