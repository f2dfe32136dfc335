using System.ComponentModel.DataAnnotations;
using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Campaigns;

/// <summary>A team tells of a visit to a household, maybe hours later when its device is online again. Skill: 0 none, 1 with help, 2 basic, 3 sure, 4 helps others.</summary>
public static class RecordVisit
{
    public static readonly TimeSpan ClocksDiffer = TimeSpan.FromMinutes(5);

    /// <param name="MetWith">Personal: stored under the household's own key.</param>
    /// <param name="Concern">What the household wants put right; it becomes a report, once.</param>
    public sealed record Command(
        Guid Team,
        [property: Reference(64)] string Household,
        VisitOutcome Outcome,
        [property: SensibleTime] DateTimeOffset VisitedAt,
        [property: Names(0, 20, 60)] IReadOnlyList<string>? Platforms = null,
        [property: Range(0, 4)] int? SkillBefore = null,
        [property: Range(0, 4)] int? SkillAfter = null,
        [property: Text(1, 200)] string? MetWith = null,
        HouseholdConcern? Concern = null);

    /// <exception cref="Refused">The visit does not fit the campaign, the clock or the caller.</exception>
    public static Team Check(Command command, Campaign campaign, Official by, DateTimeOffset now) => campaign switch
    {
        { Status: CampaignStatus.Absent } => throw new Refused(Problem.NotFound),
        _ when !Concern.Of(by, campaign.Organisation, campaign.Teams.Values) => throw new Refused(CampaignsProblems.NotYourCampaign),
        { Status: CampaignStatus.Preparing } => throw new Refused(CampaignsProblems.NotLaunched),
        _ when command.VisitedAt > now + ClocksDiffer => throw new Refused(CampaignsProblems.VisitInFuture),
        _ when LocalDay.Of(command.VisitedAt) is var day && (day < campaign.StartsOn || day > campaign.LastDay) => throw new Refused(CampaignsProblems.VisitOutsideCampaign),
        _ when command.Platforms?.All(campaign.Platforms.Contains) == false => throw new Refused(CampaignsProblems.UnknownPlatform) { Allowed = campaign.Platforms },
        _ when command.Outcome is not (VisitOutcome.Visited or VisitOutcome.Referred) && TellsOfSomebody(command) => throw new Refused(CampaignsProblems.NobodyMet),
        _ => campaign.Teams.GetValueOrDefault(command.Team) ?? throw new Refused(Problem.NotFound),
    };

    public static VisitEvent[] Decide(Command command, Sealed? met, Team team, Campaign campaign, Visit visit, DateTimeOffset now) => visit.IsRecorded ? [] :
        [new HouseholdVisited(campaign.Id, team.Id, team.ResidentialGroup, command.Household, command.Outcome, met, [.. command.Platforms ?? []], command.SkillBefore, command.SkillAfter, command.VisitedAt, now, command.Concern, campaign.Organisation)];

    public static async Task<Created<Written>> Handle(
        Guid id, Command command, Official by, EventStream<Campaign, CampaignEvent> campaigns, EventStream<Visit, VisitEvent> visits, PersonalData people, Cause cause, TimeProvider clock, CancellationToken ct)
    {
        var campaign = (await campaigns.Load(id, ct)).State;
        var team = Check(command, campaign, by, clock.GetUtcNow());
        var met = command.MetWith is { } name ? await people.Seal(Visit.SubjectOf(campaign.Organisation, command.Household), name.Trim(), ct) : null;
        var recorded = await visits.Create(cause.NewId(), visit => Decide(command, met, team, campaign, visit, clock.GetUtcNow()), ct);
        return TypedResults.Created($"/v1/campaigns/{id}/visits/{recorded.Id}", recorded.Written);
    }

    private static bool TellsOfSomebody(Command command) =>
        command is { MetWith: not null } or { SkillBefore: not null } or { SkillAfter: not null } or { Platforms.Count: > 0 } or { Concern: not null };
}
