using Ecosystem.Campaigns;
using static Ecosystem.UnitTests.Campaigns.CuaNam;

namespace Ecosystem.UnitTests.Campaigns;

public sealed class ProgressTests
{
    [Fact]
    public void Visits_count_by_outcome_platforms_by_name_and_risen_skill()
    {
        var row = After(Opened, TeamSeven, FirstPoint, Visit(VisitOutcome.Visited, 0, 2, "VNeID", "iHanoi"), Visit(VisitOutcome.Visited, 3, 3, "VNeID"), Visit(VisitOutcome.Absent, null, null));

        Assert.Equal((1, 1, 1), (row.Teams, row.Points, row.SkillRose));
        Assert.Equal((2, 1), (row.Visits[VisitOutcome.Visited], row.Visits[VisitOutcome.Absent]));
        Assert.Equal((2, 1), (row.PlatformsInstalled["VNeID"], row.PlatformsInstalled["iHanoi"]));
    }

    [Theory]
    [InlineData("2025-07-30", 0)]
    [InlineData("2025-07-31", 1)]
    [InlineData("2025-09-13", 45)]
    [InlineData("2026-01-01", 45)]
    public void The_day_counts_from_the_first_to_the_last(string today, int day) =>
        Assert.Equal(day, CampaignRow.Fold(null, CampaignId, Opened)!.DayOn(DateOnly.Parse(today)));

    [Fact]
    public void The_row_shows_all_that_the_stream_tells()
    {
        var row = new[] { Opened, TeamSeven, FirstPoint, Launched }.Aggregate((CampaignRow?)null, (row, happened) => CampaignRow.Fold(row, CampaignId, happened))!;

        Assert.Equal((CampaignStatus.Launched, new DateOnly(2025, 9, 13), FirstMorning), (row.Status, row.LastDay, row.LaunchedAt!.Value));
        Assert.Equal((TeamId, PointId), (Assert.Single(row.Teams).Id, Assert.Single(row.Points).Id));
    }

    private static ProgressRow After(params object[] events) =>
        events.Aggregate((ProgressRow?)null, (row, happened) => ProgressRow.On(Stored.As(happened, CampaignId)).Aggregate(row, (before, change) => change.To(before)))!;

    private static HouseholdVisited Visit(VisitOutcome outcome, int? before, int? after, params string[] platforms) =>
        new(CampaignId, TeamId, "7", "HH-1", outcome, null, [.. platforms], before, after, FirstMorning, FirstMorning);
}
