using Ecosystem.EventSourcing;

namespace Ecosystem.Campaigns;

/// <summary>Why this service says no.</summary>
public static class CampaignsProblems
{
    public static readonly Problem NotAnOpener = new("not-a-campaign-opener", 403, "Only a commune's People's Committee or Fatherland Front committee may open a campaign.", "Chỉ Ủy ban nhân dân hoặc Ủy ban MTTQ cấp xã được mở chiến dịch.");
    public static readonly Problem NotYourCampaign = new("not-your-campaign", 403, "This campaign belongs to another organisation.", "Chiến dịch này thuộc về tổ chức khác.");
    public static readonly Problem OverBeforeItOpens = new("campaign-over-before-it-opens", 400, "The campaign's last day would already be over.", "Ngày cuối của chiến dịch đã qua.");
    public static readonly Problem CampaignOver = new("campaign-over", 409, "The campaign is over.", "Chiến dịch đã kết thúc.");
    public static readonly Problem NotLaunched = new("campaign-not-launched", 409, "The campaign has not been launched yet.", "Chiến dịch chưa được phát động.");
    public static readonly Problem NobodyToHelp = new("campaign-without-places", 409, "A campaign needs a team or a point before it can be launched.", "Chiến dịch cần có ít nhất một tổ hoặc một điểm trước khi phát động.");
    public static readonly Problem GroupHasTeam = new("residential-group-has-team", 409, "This residential group already has its team.", "Tổ dân phố này đã có tổ công nghệ số cộng đồng.");
    public static readonly Problem TooManyPlaces = new("too-many-places", 409, "A campaign has at most 200 teams and 200 points.", "Một chiến dịch có tối đa 200 tổ và 200 điểm.");
    public static readonly Problem VisitInFuture = new("visit-in-future", 400, "The visit's time lies in the future. Check the device's clock.", "Thời điểm thăm hộ ở tương lai. Hãy kiểm tra đồng hồ thiết bị.");
    public static readonly Problem VisitOutsideCampaign = new("visit-outside-campaign", 400, "The visit's time lies outside the campaign's days.", "Thời điểm thăm hộ nằm ngoài thời gian chiến dịch.");
    public static readonly Problem UnknownPlatform = new("unknown-platform", 400, "The campaign does not bring this platform to households.", "Nền tảng này không thuộc chiến dịch.");
    public static readonly Problem NobodyMet = new("nobody-met", 400, "Where nobody was met or nobody wanted help, there is nobody to name, nothing installed, no skill to judge and no concern.", "Khi không gặp được ai hoặc hộ từ chối thì không thể ghi người được gặp, nền tảng đã cài, kỹ năng hay vấn đề của hộ.");
}
