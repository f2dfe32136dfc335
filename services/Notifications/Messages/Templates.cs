namespace Ecosystem.Notifications;

/// <summary>Every text that this service sends. A name is stored with each message: change words freely, names never.</summary>
public static class Templates
{
    public static readonly Template DirectiveSent = new(
        "directive-sent",
        new("Chỉ thị mới từ {issuerName}: {title}", "{issuerName} đã gửi đến đơn vị chỉ thị “{title}”. Thời hạn hoàn thành: {deadline:time}. Vui lòng xác nhận đã nhận và báo cáo tiến độ."),
        new("New directive from {issuerName}: {title}", "{issuerName} has sent your organisation the directive “{title}”. It is due at {deadline:time}. Please acknowledge it and report your progress."));

    public static readonly Template PlaceGiven = new(
        "place-given",
        new("Bạn đã có chỗ: {campaign}", "Đăng ký của bạn trong chiến dịch “{campaign}” đã được xếp chỗ: {place}."),
        new("You have a place: {campaign}", "Your enrollment in the campaign “{campaign}” has been given a place: {place}."));

    public static readonly Template PlaceOnWaitingList = new(
        "place-on-waiting-list",
        new("Bạn đang ở danh sách chờ: {campaign}", "Đăng ký của bạn trong chiến dịch “{campaign}” ({place}) đang ở danh sách chờ, số thứ tự {number}. Chúng tôi sẽ báo cho bạn khi có chỗ."),
        new("You are on the waiting list: {campaign}", "Your enrollment in the campaign “{campaign}” ({place}) is number {number} on the waiting list. We will tell you as soon as there is a place."));

    public static readonly Template ReportReceived = new(
        "report-received",
        new("Đã tiếp nhận phản ánh {code}", "Phản ánh của bạn đã được tiếp nhận. Mã tra cứu: {code}. Bạn có thể dùng mã này để theo dõi việc xử lý."),
        new("Your report {code} has been received", "Your report has been received. Its tracking code is {code}. With it you can follow what becomes of the report."));

    public static readonly Template ReportAnswered = new(
        "report-answered",
        new("Phản ánh {code} đã được trả lời", "Phản ánh của bạn với mã tra cứu {code} đã được trả lời. Mời bạn xem câu trả lời và đánh giá từ 1 đến 5."),
        new("Your report {code} has been answered", "Your report with the tracking code {code} has been answered. Please read the answer and rate it from 1 to 5."));

    public static readonly Template ReportForUnit = new(
        "report-for-unit",
        new("Phản ánh {code} được giao cho đơn vị", "Phản ánh {code} vừa được giao cho đơn vị. Vui lòng tiếp nhận và xử lý đúng hạn."),
        new("Report {code} is now your unit's", "Report {code} has just been assigned to your unit. Please accept it and handle it in time."));

    public static readonly Template InformationAsked = new(
        "information-asked",
        new("Phản ánh {code}: cần bổ sung thông tin", "Đơn vị xử lý cần bạn bổ sung thông tin cho phản ánh {code} trước {until:time}."),
        new("Your report {code}: please tell more", "The unit that handles your report {code} needs more information from you by {until:time}."));

    public static readonly Template ReportDelayed = new(
        "report-delayed",
        new("Phản ánh {code} cần thêm thời gian", "Việc xử lý phản ánh {code} cần thêm thời gian. Đơn vị hẹn trả lời trước {promised:time}. Lý do được ghi trong phản ánh."),
        new("Your report {code} takes longer", "Your report {code} takes longer. The unit promises an answer by {promised:time}; the reason is in the report."));

    public static readonly Template ReportRejected = new(
        "report-rejected",
        new("Phản ánh {code} không được tiếp nhận", "Phản ánh {code} không được tiếp nhận. Lý do được ghi trong phản ánh; bạn có thể yêu cầu cấp trên xem xét lại một lần."),
        new("Your report {code} was refused", "Your report {code} was refused. The reason is in the report; you may appeal to the level above once."));

    public static readonly Template ReportReopened = new(
        "report-reopened",
        new("Phản ánh {code} đã được mở lại", "Phản ánh {code} đã được mở lại và chuyển lên cấp trên của đơn vị xử lý."),
        new("Your report {code} is open again", "Your report {code} is open again and has gone to the level above the unit that handled it."));

    public static readonly Template ReportMerged = new(
        "report-merged",
        new("Phản ánh {code} được gộp vào {originalCode}", "Có người khác đã phản ánh cùng sự việc. Phản ánh {code} của bạn được xử lý chung dưới mã {originalCode}; bạn sẽ nhận được câu trả lời."),
        new("Your report {code} goes on as {originalCode}", "Somebody else reported the same matter. Your report {code} goes on under the number {originalCode}; you will get the answer."));

    public static readonly Template FollowedReportChanged = new(
        "followed-report-changed",
        new("Phản ánh {code} bạn theo dõi có cập nhật", "Phản ánh {code} mà bạn theo dõi vừa có cập nhật mới. Bạn có thể dùng mã này để tra cứu, hoặc ngừng theo dõi bất cứ lúc nào."),
        new("News of report {code}, which you follow", "There is news of report {code}, which you follow. Look it up by this code; you can stop following it at any time."));

    public static readonly Template ReportNearWatchedPlace = new(
        "report-near-watched-place",
        new("Phản ánh mới {code} gần địa điểm bạn theo dõi", "Có phản ánh mới {code} gần địa điểm số {number} mà bạn theo dõi. Dùng mã này để tra cứu. Để ngừng nhận tin về địa điểm này: DELETE /v1/me/watched-places/{number}."),
        new("New report {code} near a place that you watch", "There is a new report {code} near your watched place number {number}. Look it up by this code. To hear no more of this place: DELETE /v1/me/watched-places/{number}."));

    public static readonly Template DeadlineApproaching = new(
        "deadline-approaching",
        new("Phản ánh {code} sắp đến hạn", "Phản ánh {code} sắp đến hạn: {due:time}. Đề nghị đơn vị xử lý, hoặc trả lời bước đầu cho người dân trước thời hạn."),
        new("Report {code} is due soon", "Report {code} is due at {due:time}. Please act on it, or give the citizen an interim answer before."));

    public static readonly Template ReportEscalated = new(
        "report-escalated",
        new("Phản ánh {code} quá hạn (cấp {level})", "Phản ánh {code} của đơn vị {unit} đã quá hạn từ {due:time} và được báo cáo lên cấp {level}. Đề nghị chỉ đạo xử lý."),
        new("Report {code} is overdue (level {level})", "Report {code} of unit {unit} has been overdue since {due:time} and is escalated to level {level}. Please see to it."));

    public static readonly Template HotSpotFound = new(
        "hot-spot-found",
        new("Điểm nóng: {category} tại {area}", "Ngày {day} đã có {count} phản ánh thuộc lĩnh vực {category} tại {area}, trong khi dự báo nhiều nhất là {high}. Vui lòng kiểm tra và bố trí lực lượng."),
        new("Hot spot: {category} in {area}", "On {day} there have been {count} reports of {category} in {area} so far; at most {high} were to be expected. Please look into it and send people where they are needed."));

    public static readonly Template WebhookDisabled = new(
        "webhook-disabled",
        new("Webhook của hệ thống {system} đã bị tắt", "Địa chỉ nhận sự kiện (webhook {webhookId}) của hệ thống {system} không nhận được tin nên đã bị tắt từ {at:time}. Sau khi khắc phục, hãy bật lại và yêu cầu gửi lại các sự kiện đã lỡ."),
        new("The webhook of the system {system} is disabled", "The address for events (webhook {webhookId}) of the system {system} did not take them and is disabled since {at:time}. Repair it, enable the webhook, and have the events that it missed replayed."));

    public static readonly Template ForwardingFailed = new(
        "forwarding-failed",
        new("{failed} phản ánh chưa chuyển được sang cơ quan khác", "{failed} phản ánh chưa chuyển được sang hệ thống của cơ quan khác: {targets}. Hệ thống vẫn tiếp tục gửi lại; vui lòng kiểm tra danh sách lỗi."),
        new("{failed} reports could not be forwarded", "{failed} reports have not been taken by other agencies' systems yet: {targets}. They are tried again; please look at the list of failures."));

    public static IReadOnlyList<Template> All { get; } =
    [
        DirectiveSent, PlaceGiven, PlaceOnWaitingList, ReportReceived, ReportAnswered, ReportForUnit,
        InformationAsked, ReportDelayed, ReportRejected, ReportReopened, ReportMerged, FollowedReportChanged, ReportNearWatchedPlace,
        DeadlineApproaching, ReportEscalated, HotSpotFound, ForwardingFailed, WebhookDisabled,
    ];

    private static readonly Dictionary<string, Template> ByName = All.ToDictionary(template => template.Name);

    public static Template Find(string name) => ByName[name];
}
