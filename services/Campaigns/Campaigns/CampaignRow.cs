using System.Collections.Immutable;
using System.Diagnostics;

namespace Ecosystem.Campaigns;

/// <summary>A campaign as people look at it.</summary>
public record CampaignRow(
    string Organisation, string Name, CampaignStatus Status, DateOnly StartsOn, DateOnly LastDay, int Days,
    ImmutableList<Target> Targets, ImmutableList<string> Platforms, ImmutableList<Team> Teams, ImmutableList<Point> Points, DateTimeOffset OpenedAt, DateTimeOffset? LaunchedAt)
{
    public static CampaignRow? Fold(CampaignRow? row, Guid id, CampaignEvent happened) => happened switch
    {
        CampaignOpened e => new(e.Organisation, e.Name, CampaignStatus.Preparing, e.StartsOn, e.StartsOn.AddDays(e.Days - 1), e.Days, e.Targets, e.Platforms, [], [], e.At, null),
        TeamFormed e => row! with { Teams = row.Teams.Add(e.Team) },
        PointOpened e => row! with { Points = row.Points.Add(e.Point) },
        CampaignLaunched e => row! with { Status = CampaignStatus.Launched, LaunchedAt = e.At },
        _ => throw new UnreachableException($"{happened.GetType().Name} has no meaning yet."),
    };

    /// <summary>Its day today: 0 before the first one, and the last one once it is over.</summary>
    public int DayOn(DateOnly today) => Math.Clamp(today.DayNumber - StartsOn.DayNumber + 1, 0, Days);
}
