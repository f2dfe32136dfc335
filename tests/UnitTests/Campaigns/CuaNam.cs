using Ecosystem.Campaigns;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.UnitTests.Campaigns;

/// <summary>The ward whose campaign the tests play, its officials, and its campaign at several stages.</summary>
internal static class CuaNam
{
    public const string Committee = "01.00082.UBND";

    public static readonly Guid CampaignId = new("0198a000-0000-7000-8000-000000000001");
    public static readonly Guid PointId = new("0198a000-0000-7000-8000-000000000002");
    public static readonly Guid TeamId = new("0198a000-0000-7000-8000-000000000003");

    public static readonly DateTimeOffset FirstMorning = new(2025, 7, 31, 1, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset LastMinute = new(2025, 9, 13, 16, 59, 59, TimeSpan.Zero);

    public static readonly Official Leader = Of(Committee);
    public static readonly Official Neighbour = Of("01.00004.UBND");

    public static Official Of(string organisation, string id = "an-official") => new(id, organisation, ["leader"]);

    public static readonly CampaignEvent Opened = new CampaignOpened(Committee, "45 ngày đêm", new(2025, 7, 31), 45, [], ["VNeID", "iHanoi"], FirstMorning);

    public static readonly CampaignEvent TeamSeven = new TeamFormed(new(TeamId, "Tổ 7", "Tổ dân phố số 7", "lead", ["member"], 2), FirstMorning);

    public static readonly CampaignEvent FirstPoint = new PointOpened(new(PointId, "Điểm 1", "Nhà văn hóa", 2, "8-17"), FirstMorning);

    public static readonly CampaignEvent Launched = new CampaignLaunched(FirstMorning);

    public static Campaign Campaign(params CampaignEvent[] events) => events.Aggregate(Ecosystem.Campaigns.Campaign.New(CampaignId), Ecosystem.Campaigns.Campaign.Evolve);

    public static Campaign CampaignWithPoint(int capacity) =>
        Campaign(Opened, new PointOpened(new(PointId, "Điểm 1", "Nhà văn hóa", capacity, "8-17"), FirstMorning), TeamSeven, Launched);
}
