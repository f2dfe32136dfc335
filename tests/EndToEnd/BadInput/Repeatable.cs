namespace Ecosystem.EndToEnd.BadInput;

/// <summary>A command in a scene of its own, by a caller who has done nothing else.</summary>
/// <param name="Other">Another body for the same address.</param>
internal sealed record Repeatable(string Service, string Token, string Subject, string Path, object? Body, object? Other)
{
    public static readonly string[] Kinds = ["report", "acceptance", "answer", "rating", "directive", "progress", "campaign", "team", "point", "enrollment", "visit"];

    public static async Task<Repeatable> Of(City city, string kind)
    {
        var scene = await Scene.Of(city);
        await Prepare(city, scene, kind);
        var subject = $"repeating-{Guid.NewGuid():N}";
        var (service, organisation, path, body, other) = Command(scene, kind);
        if (kind == "rating") subject = scene.Resident.Subject;
        var tokens = city.Processes.Tokens;
        return new(service, organisation is null ? await tokens.Citizen(subject) : await tokens.Official(subject, organisation, ["leader"]), subject, path, body, other);
    }

    public Task<Answer> Send(Uri address, string key, object? body) => new Api(address, Token, Subject).Post(Path, body, ("Idempotency-Key", key));

    private static (string Service, string? Organisation, string Path, object? Body, object? Other) Command(Scene scene, string kind) => kind switch
    {
        "report" => ("feedback", null, "/v1/reports", Bodies.Report(), Bodies.Report("Ổ gà lớn trước cổng trường.")),
        "acceptance" => ("feedback", City.Committee, $"/v1/reports/{scene.Report}/acceptance", null, new { }),
        "answer" => ("feedback", City.Committee, $"/v1/reports/{scene.Report}/answer", new { answer = "Đã thay bóng đèn mới." }, new { answer = "Đã chuyển cho điện lực." }),
        "rating" => ("feedback", null, $"/v1/reports/{scene.Report}/rating", new { rating = 5, comment = "Nhanh." }, new { rating = 1 }),
        "directive" => ("coordination", "01.MTTQ", "/v1/directives", Fixed(Bodies.Directive(City.Front)), Fixed(Bodies.Directive("01.00070.MTTQ"))),
        "progress" => ("coordination", City.Front, $"/v1/directives/{scene.Directive}/recipients/{City.Front}/progress", new { text = "Một nửa.", percent = 50 }, new { text = "Gần xong.", percent = 90 }),
        "campaign" => ("campaigns", City.Committee, "/v1/campaigns", Bodies.Campaign(), Form.All["campaign"].Body),
        "team" => ("campaigns", City.Committee, $"/v1/campaigns/{scene.Campaign}/teams", Bodies.Team("TDP 2"), Bodies.Team("TDP 3")),
        "point" => ("campaigns", City.Committee, $"/v1/campaigns/{scene.Campaign}/points", Bodies.Point(10), Bodies.Point(20)),
        "enrollment" => ("campaigns", null, $"/v1/campaigns/{scene.Campaign}/enrollments", new { place = scene.Point }, new { place = scene.Point, priorityGroup = "elderly" }),
        _ => ("campaigns", City.Committee, $"/v1/campaigns/{scene.Campaign}/visits", Fixed(Bodies.Visit(scene.Team)), Fixed(Bodies.Visit(scene.Team), "H-13")),
    };

    /// <summary>The steps before.</summary>
    private static async Task Prepare(City city, Scene scene, string kind)
    {
        var committee = await city.Official(City.Committee);
        if (kind is "answer" or "rating") (await committee.Post($"/v1/reports/{scene.Report}/acceptance", null)).Is(200);
        if (kind is "rating") (await committee.Post($"/v1/reports/{scene.Report}/answer", new { answer = "Đã thay bóng đèn mới." })).Is(200);
        if (kind is "progress") (await (await city.Official(City.Front)).Post($"/v1/directives/{scene.Directive}/recipients/{City.Front}/acceptance", null)).Is(200);
    }

    /// <summary>Bodies with a time in them are the same every time they are sent only once they are written.</summary>
    private static System.Text.Json.Nodes.JsonNode Fixed(object body, string? household = null)
    {
        var written = System.Text.Json.JsonSerializer.SerializeToNode(body)!;
        if (household is not null) written["household"] = household;
        return written;
    }
}
