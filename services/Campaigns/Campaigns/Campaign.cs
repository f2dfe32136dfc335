using System.Collections.Immutable;
using System.Diagnostics;
using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Campaigns;

public abstract record CampaignEvent;

/// <param name="StartsOn">The first day, local.</param>
[Stored("campaign_opened")] public sealed record CampaignOpened(string Organisation, string Name, DateOnly StartsOn, int Days, ImmutableList<Target> Targets, ImmutableList<string> Platforms, DateTimeOffset At) : CampaignEvent;
[Stored("team_formed")] public sealed record TeamFormed(Team Team, DateTimeOffset At) : CampaignEvent;
[Stored("point_opened")] public sealed record PointOpened(Point Point, DateTimeOffset At) : CampaignEvent;
[Stored("campaign_launched")] public sealed record CampaignLaunched(DateTimeOffset At, string? Organisation = null) : CampaignEvent;

public enum CampaignStatus { Absent, Preparing, Launched }

/// <summary>What the rules of campaigns, enrollments and visits need to remember, and no more.</summary>
public sealed record Campaign(Guid Id, CampaignStatus Status, string Organisation, string Name, DateOnly StartsOn, DateOnly LastDay, ImmutableList<string> Platforms)
{
    public ImmutableDictionary<Guid, Team> Teams { get; init; } = ImmutableDictionary<Guid, Team>.Empty;

    public ImmutableDictionary<Guid, Point> Points { get; init; } = ImmutableDictionary<Guid, Point>.Empty;

    public static Campaign New(Guid id) => new(id, CampaignStatus.Absent, "", "", default, default, []);

    public static Campaign Evolve(Campaign campaign, CampaignEvent happened) => happened switch
    {
        CampaignOpened e => new(campaign.Id, CampaignStatus.Preparing, e.Organisation, e.Name, e.StartsOn, e.StartsOn.AddDays(e.Days - 1), e.Platforms),
        TeamFormed e => campaign with { Teams = campaign.Teams.Add(e.Team.Id, e.Team) },
        PointOpened e => campaign with { Points = campaign.Points.Add(e.Point.Id, e.Point) },
        CampaignLaunched => campaign with { Status = CampaignStatus.Launched },
        _ => throw new UnreachableException($"{happened.GetType().Name} has no meaning yet."),
    };

    public bool IsOver(DateTimeOffset now) => LocalDay.Of(now) > LastDay;

    /// <summary>Where residents can enroll: a point, or a team that comes home.</summary>
    public Place? Place(Guid id) =>
        Points.TryGetValue(id, out var point) ? new(id, point.Name, point.Capacity)
        : Teams.TryGetValue(id, out var team) ? new(id, team.Name, team.HomeVisitCapacity)
        : null;
}
