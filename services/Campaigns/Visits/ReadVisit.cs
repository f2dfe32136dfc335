using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Campaigns;

/// <summary>What a team told of a visit; who was met is null once the household's data were erased.</summary>
public static class ReadVisit
{
    /// <param name="Concern">What the household wants put right; null where it told of nothing.</param>
    public sealed record Answer(
        Guid Id, long Version, long Position, Guid Team, string ResidentialGroup, string Household, VisitOutcome Outcome, string? MetWith,
        IReadOnlyList<string> Platforms, int? SkillBefore, int? SkillAfter, DateTimeOffset VisitedAt, DateTimeOffset RecordedAt, HouseholdConcern? Concern) : IPositioned;

    public static async Task<Ok<Answer>> Handle(
        Guid id, Guid visit, Caller by, ReadModel<CampaignRow> campaigns, ReadModel<VisitRow> visits, PersonalData people, ILogger<PersonalData> audit, CancellationToken ct)
    {
        var campaign = ReadCampaign.Seen(await campaigns.Find(id, ct), by);
        var row = await visits.Find(visit, ct);
        if (row?.Data.Visit is not { } told || told.Campaign != id) throw new Refused(Problem.NotFound);
        var met = await people.Open(Visit.SubjectOf(campaign.Data.Organisation, told.Household), told.Met, ct);
        if (met is not null) audit.LogInformation("personal data read: {Caller} read {Visit}", by.Id, visit);
        return TypedResults.Ok(new Answer(
            visit, row.Version, row.Position, told.Team, told.ResidentialGroup, told.Household, told.Outcome, met,
            told.Platforms, told.SkillBefore, told.SkillAfter, told.VisitedAt, told.At, told.Concern));
    }
}
