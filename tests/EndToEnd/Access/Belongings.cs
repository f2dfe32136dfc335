using System.Net.Http.Json;
using Ecosystem.EndToEnd.Attachments;
using Ecosystem.EndToEnd.BadInput;
using Ecosystem.Local;

namespace Ecosystem.EndToEnd.Access;

/// <summary>One of everything that somebody owns, and for each operation the request that only its owner should get through with.</summary>
internal sealed class Belongings
{
    private static readonly object Rules = new { rules = new[] { new { id = "by-category", when = new { }, to = new { } } } };

    private static readonly object Decided = new { decision = "30/QĐ-UBND" };

    private static readonly object Category = new { decision = "30/QĐ-UBND", definition = new { vietnamese = "Đèn của mình", english = "Own lamps", parent = "lighting" } };

    private static readonly object Template = new { decision = "30/QĐ-UBND", definition = new { vietnamese = "Đèn", english = "Lamps", vietnameseText = "Đèn đã được thay.", englishText = "The lamp is new." } };

    private static readonly object Article = new { title = "Bài của mình", body = "Nội dung hướng dẫn đủ dài.", keywords = new[] { "bài" }, validFrom = "2026-01-01" };

    private static readonly object Place = new { latitude = 21.02, longitude = 105.84, radius = 100 };

    /// <summary>Nobody listens there.</summary>
    private static readonly string Address = $"http://127.0.0.1:{Workspace.OfTests.Ports.WebhookReceiver}/own";

    private static readonly object Reason = new { reason = "Không thuộc đơn vị." };

    private readonly Dictionary<string, string> ids;
    private readonly Dictionary<string, object> bodies;

    private Belongings(Scene scene, Dictionary<string, string> ids, object target)
    {
        this.ids = ids;
        bodies = new()
        {
            ["POST /v1/directives/{id}/recipients/{organisation}/progress"] = new { text = "Đã xong một nửa.", percent = 50 },
            ["POST /v1/directives/{id}/recipients/{organisation}/completion"] = new { result = "Đã xong." },
            ["POST /v1/directives/{id}/recipients/{organisation}/refusal"] = Reason,
            ["POST /v1/campaigns/{id}/teams"] = Bodies.Team("TDP 2"),
            ["POST /v1/campaigns/{id}/points"] = Bodies.Point(5),
            ["POST /v1/campaigns/{id}/enrollments"] = new { place = scene.Point },
            ["POST /v1/campaigns/{id}/visits"] = Bodies.Visit(scene.Team),
            ["POST /v1/reports/{id}/waiting"] = new { @for = "citizen", reason = "Xin cho biết số nhà.", until = DateTimeOffset.UtcNow.AddDays(3) },
            ["POST /v1/reports/{id}/information"] = new { text = "Số 12." },
            ["POST /v1/reports/{id}/interim-answers"] = new { text = "Đang thay dây dẫn.", promised = DateTimeOffset.UtcNow.AddDays(3) },
            ["POST /v1/reports/{id}/return"] = Reason,
            ["POST /v1/reports/{id}/transfer"] = new { unit = "01.99999.UBND", reason = "Thuộc phường bên cạnh." },
            ["POST /v1/reports/{id}/rejection"] = new { reason = "notAReport", note = "Không thuộc thẩm quyền." },
            ["POST /v1/reports/{id}/merge"] = new { original = Guid.NewGuid() },
            ["POST /v1/reports/{id}/split"] = new { units = new[] { "01.99998.UBND", "01.99999.UBND" } },
            ["POST /v1/reports/{id}/identity-openings"] = new { purpose = "Xác minh tại chỗ theo công văn 12." },
            ["POST /v1/reports/{id}/answer"] = new { answer = "Đã thay bóng đèn." },
            ["POST /v1/reports/{id}/rating"] = new { rating = 5 },
            ["POST /v1/reports/{id}/reopening"] = Reason,
            ["POST /v1/reports/{id}/appeal"] = Reason,
            ["POST /v1/reports/{id}/attachments/uploads"] = new { size = 10, parts = 1 },
            ["POST /v1/reports/{id}/moderation"] = new { decision = "show" },
            ["POST /v1/reports/{id}/moderation/attachments/{number}"] = new { decision = "show" },
            ["POST /v1/reports/{id}/forwarding"] = new { target = ids["target"] },
            ["POST /v1/reports/{id}/forwarding/{target}/updates"] = new { updateId = "1", status = "open", updatedAt = DateTimeOffset.UtcNow },
            ["PUT /v1/categories/{code}"] = Category,
            ["POST /v1/categories/{code}/closure"] = Decided,
            ["PUT /v1/answer-templates/{code}"] = Template,
            ["POST /v1/answer-templates/{code}/closure"] = Decided,
            ["PUT /v1/routing/drafts/{draft}"] = Rules,
            ["POST /v1/routing/drafts/{draft}/publication"] = Decided,
            ["PUT /v1/calendars/{code}/days"] = new { decision = "30/QĐ", validFrom = "2026-01-01", days = new[] { new { date = "2035-01-02", kind = "halfDay", name = "Nửa ngày" } } },
            ["PUT /v1/time-limits/{code}"] = new { decision = "30/QĐ", validFrom = "2026-01-01", rules = Array.Empty<object>() },
            ["POST /v1/time-limits/{code}/trial"] = new { category = "trees", severity = "urgent", submittedAt = "2026-11-23T01:00:00Z" },
            ["POST /v1/time-limits/{code}/replay"] = new { days = 1, rules = Array.Empty<object>() },
            ["POST /v1/dialogues/{id}/answers"] = new { question = "category", typed = "chieu sang cong cong" },
            ["POST /v1/tracking/{code}/flags"] = new { reason = "spam" },
            ["PUT /v1/guidance/articles/{code}"] = Article,
            ["POST /v1/guidance/articles/{code}/withdrawal"] = Reason,
            ["POST /v1/assistant/questions/{id}/settlement"] = new { article = (string?)null },
            ["PUT /v1/forwarding/targets/{code}"] = target,
            ["POST /v1/data-requests/{id}/acknowledgement"] = new { withOthers = false },
            ["POST /v1/data-requests/{id}/extension"] = new { days = 3, reason = "Cần thêm thời gian." },
            ["POST /v1/data-requests/{id}/decision"] = new { granted = true },
            ["PUT /v1/me/watched-places/{number}"] = Place,
            ["PUT /v1/webhooks/{id}"] = new { url = Address, description = "của mình" },
            ["POST /v1/webhooks/{id}/replays"] = new { after = 0 },
            ["POST /v1/webhooks/{id}/replays/one"] = new { @event = ids["event"] },
            ["PUT /v1/partners/{id}"] = new { name = "Đối tác", contact = new { name = "An", email = "an@example.vn" }, scopes = new[] { "feedback.read" } },
            ["POST /v1/partners/{id}/credentials"] = new { },
        };
    }

    /// <summary>What stands where the path has a parameter; an inbox has other messages for each kind of caller.</summary>
    public string Path(string pattern, string kind)
    {
        var thing = pattern.Split('/')[2];
        return System.Text.RegularExpressions.Regex.Replace(pattern, @"\{(\w+)\}", parameter =>
            ids.GetValueOrDefault($"{thing}.{parameter.Groups[1].Value}.{kind}") ?? ids.GetValueOrDefault($"{thing}.{parameter.Groups[1].Value}") ?? ids.GetValueOrDefault(parameter.Groups[1].Value) ?? throw new InvalidOperationException($"Nothing stands for {parameter} in {pattern}."));
    }

    public HttpContent? Body(string operation) => operation switch
    {
        "POST /v1/reports/{id}/attachments" => PhotoDesk.Form(PhotoDesk.Photo()),
        "PUT /v1/reports/{id}/attachments/uploads/{upload}/parts/{number}" => new ByteArrayContent("%PDF-1.4 x"u8.ToArray()),
        "POST /open311/v2/requests.{format}" => new FormUrlEncodedContent(new Dictionary<string, string> { ["service_code"] = "lighting", ["description"] = "Đèn đường hỏng đã ba ngày.", ["lat"] = "21.02", ["long"] = "105.84", ["attribute[commune]"] = City.CuaNam }),
        _ => bodies.TryGetValue(operation, out var body) ? JsonContent.Create(body) : null,
    };

    public static async Task<Belongings> Of(City city, Scene scene, Owners owners)
    {
        var (citizen, coordinator, system, operators) = (scene.Resident, owners.Coordinator.Own, owners.System.Own, await city.Operator());
        var (own, target) = ($"own-{Guid.NewGuid():N}"[..20], await Target(city));
        var desk = new PhotoDesk(city, citizen, owners.Unit.Own, scene.Report);
        (await desk.Attach(citizen, PhotoDesk.Photo())).Is(201);
        (await system.Post("/v1/partner-reports", new { externalReference = own, report = Bodies.Report() })).Is(201);
        (await coordinator.Put($"/v1/routing/drafts/{own}", Rules)).Is(200);
        (await coordinator.Post("/v1/guidance/articles", new { code = own, kind = "faq", owner = "01.UBND", content = Article })).Is(201);
        (await citizen.Put("/v1/me/watched-places/1", Place)).Is(200);
        (await coordinator.Put($"/v1/categories/{own}", Category)).Is(200);
        (await coordinator.Put($"/v1/answer-templates/{own}", Template)).Is(200);
        (await coordinator.Put($"/v1/forwarding/targets/{own}", target)).Is(200);
        var ids = new Dictionary<string, string>
        {
            ["format"] = "json", ["operations.id"] = Guid.Empty.ToString(), ["operations.name"] = "nothing", ["access.traceId"] = "4bf92f3577b34da6a3ce929d0e0e4736", ["inbox.id"] = Guid.Empty.ToString(), ["credential"] = Guid.Empty.ToString(),
            ["inbox.id.citizen"] = await First(citizen, "/v1/inbox"), ["inbox.id.official"] = await First(owners.Unit.Own, "/v1/inbox"), ["calls.id"] = await First(system, "/v1/calls"), ["event"] = await First(system, "/v1/feed"),
            ["reports.id"] = scene.Report, ["directives.id"] = scene.Directive, ["campaigns.id"] = scene.Campaign, ["tracking.code"] = scene.Code, ["shortlist.report"] = scene.Report,
            ["enrollment"] = scene.Enrollment, ["visit"] = scene.Visit, ["organisation"] = City.Front, ["number"] = "1", ["target"] = own, ["reference"] = own, ["draft"] = own,
            ["administrative-units.code"] = City.CuaNam, ["organisations.code"] = City.Front, ["calendars.code"] = "01", ["time-limits.code"] = "01", ["code"] = own,
            ["upload"] = (await citizen.Post($"{desk.Path}/uploads", new { size = 10, parts = 1 })).Is(201).Id,
            ["dialogues.id"] = (await citizen.Post("/v1/dialogues", null)).Is(201).Id,
            ["data-requests.id"] = (await citizen.Post("/v1/me/data-requests", new { kind = "correct", province = "01", details = "Số điện thoại sai." })).Is(201).Id,
            ["assistant.id"] = (await citizen.Post("/v1/assistant/questions", new { question = "đĩa bay hạ cánh ở đâu" })).Is(201).Id,
            ["webhooks.id"] = (await system.Post("/v1/webhooks", new { url = Address })).Is(201).Id,
            ["partners.id"] = (await operators.Post("/v1/partners", new { path = $"01/{City.Committee}/{own}", name = "Đối tác", contact = new { name = "An", email = "an@example.vn" }, scopes = new[] { "feedback.read" } })).Is(201).Id,
        };
        return new(scene, ids, target);
    }

    /// <summary>An agency that takes what is forwarded: one that fails would be told of in the day's summary, of which there is one.</summary>
    private static async Task<object> Target(City city) => new
    {
        name = "Công ty điện lực", url = new Uri(city.Processes.Gateway, "open311/v2").ToString(), decision = "30/QĐ", validFrom = "2026-01-01", services = new { lighting = "lighting" }, partner = Owners.OwnSystem,
        key = await city.Processes.Tokens.System("our-city", ["feedback.submit"]),
    };

    private static async Task<string> First(Api caller, string list)
    {
        await Eventually.Holds(async () => (await caller.Get(list)).Is(200)["items"].AsArray().Count > 0, $"{caller.Subject} has {list}");
        return (await caller.Get(list))["items"][0]!["id"]!.GetValue<string>();
    }
}
