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

    public static readonly Template WebhookDisabled = new(
        "webhook-disabled",
        new("Webhook của hệ thống {system} đã bị tắt", "Địa chỉ nhận sự kiện (webhook {webhookId}) của hệ thống {system} không nhận được tin nên đã bị tắt từ {at:time}. Sau khi khắc phục, hãy bật lại và yêu cầu gửi lại các sự kiện đã lỡ."),
        new("The webhook of the system {system} is disabled", "The address for events (webhook {webhookId}) of the system {system} did not take them and is disabled since {at:time}. Repair it, enable the webhook, and have the events that it missed replayed."));

    public static IReadOnlyList<Template> All { get; } = [DirectiveSent, PlaceGiven, PlaceOnWaitingList, ReportReceived, ReportAnswered, WebhookDisabled];

    private static readonly Dictionary<string, Template> ByName = All.ToDictionary(template => template.Name);

    public static Template Find(string name) => ByName[name];
}
