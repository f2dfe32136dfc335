using System.Text.Json.Nodes;

namespace Ecosystem.EndToEnd.Configuration;

/// <summary>The coordinating unit tries rules out before they count, and then they do what was foretold.</summary>
public sealed class RoutingTests(City city)
{
    private const string Neighbour = "01.00070.UBND";

    private static readonly string[] Texts = ["Trạm điện bốc khói, có nguy cơ cháy nổ.", "Đèn đường hỏng đã ba ngày.", "CHAY NO o tram dien cuoi pho.", "Cây đổ chắn ngang lối đi."];

    [Fact]
    public async Task What_a_replay_foretells_is_what_happens_once_the_rules_are_in_force()
    {
        var (coordinator, citizen, word) = (await city.Official("01.UBND", "coordinator"), await city.Citizen(), $"w{Guid.NewGuid():N}");
        var past = new Dictionary<string, string>();
        foreach (var text in Texts) past[(await citizen.Post("/v1/reports", Report(text, word))).Is(201).Id] = text;
        (await coordinator.Put("/v1/routing/drafts/fire", Rules(word))).Is(200);

        var replay = (await coordinator.Post("/v1/routing/replays", new { draft = "fire", days = 1 })).Is(200);
        var foretold = past.ToDictionary(report => report.Value, report => City.Committee);
        foreach (var difference in replay["differences"].AsArray().Where(difference => past.ContainsKey(difference!["report"]!.GetValue<string>())))
            foretold[past[difference!["report"]!.GetValue<string>()]] = difference["after"]!["unit"]!.GetValue<string>();
        Assert.Equal([Neighbour, City.Committee, Neighbour, City.Committee], Texts.Select(text => foretold[text]));
        Assert.Equal(2, replay["changed"].GetValue<int>());
        Assert.Contains(replay["units"].AsArray(), unit => unit!["unit"]!.GetValue<string>() == Neighbour && unit["after"]!.GetValue<int>() == unit["before"]!.GetValue<int>() + 2);
        Assert.Equal(City.Committee, (await citizen.Post("/v1/reports", Report(Texts[0], word))).Is(201)["unit"].GetValue<string>());

        (await coordinator.Post("/v1/routing/drafts/fire/publication", new { decision = "5/QĐ-UBND" })).Is(200);
        await Eventually.Holds(async () => (await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => UnitOf(citizen, Texts[0], word)))).All(unit => unit == Neighbour), "both processes know the rules");
        foreach (var text in Texts) Assert.Equal(foretold[text], await UnitOf(citizen, text, word));

        await BackToWhatWasShipped(coordinator);
    }

    [Fact]
    public async Task A_preview_names_the_rule_and_why_and_makes_no_report()
    {
        var coordinator = await city.Official("01.UBND", "coordinator", "coordinator-preview");
        (await coordinator.Put("/v1/routing/drafts/preview", Rules("xưởng"))).Is(200);
        var before = await city.Count("feedback", "select count(*) from view_report");

        var fitting = (await coordinator.Post("/v1/routing/preview", new { category = "lamp-out", commune = City.CuaNam, text = "Xuong dien sap chay no", draft = "preview" })).Is(200);

        Assert.Equal((Neighbour, "fire"), (fitting["unit"].GetValue<string>(), fitting["rule"].GetValue<string>()));
        Assert.Equal(["categories lighting", "words cháy nổ"], fitting["why"].AsArray().Select(reason => $"{reason!["part"]} {reason["met"]}"));
        Assert.Equal(["nobody"], fitting["skipped"].AsArray().Select(rule => rule!.GetValue<string>()));
        Assert.Equal(["unknownCategory dragons", "unknownUnit 01.99999.UBND"], (await coordinator.Get("/v1/routing/problems?draft=preview")).Is(200)["items"].AsArray().Select(item => $"{item!["problem"]} {item["about"]}").Order());
        Assert.Equal("by-category", (await coordinator.Post("/v1/routing/preview", new { category = "lamp-out", commune = City.CuaNam, text = "Xuong dien sap chay no" })).Is(200)["rule"].GetValue<string>());
        Assert.Null((await coordinator.Post("/v1/routing/preview", new { category = "lamp-out", commune = "99999" })).Is(200).Json["unit"]);
        Assert.Equal(before, await city.Count("feedback", "select count(*) from view_report"));
    }

    [Fact]
    public async Task Only_the_coordinating_unit_sees_and_makes_rules_and_wrong_ones_are_told()
    {
        var other = await city.Official(City.Committee, "coordinator");
        foreach (var path in new[] { "/v1/routing", "/v1/routing/problems", "/v1/routing/drafts/fire" }) (await other.Get(path)).Is(403);
        (await other.Put("/v1/routing/drafts/fire", Rules("x"))).Is(403);
        (await other.Post("/v1/routing/preview", new { category = "lamp-out", commune = City.CuaNam })).Is(403);
        var coordinator = await city.Official("01.UBND", "coordinator");
        (await coordinator.Put("/v1/routing/drafts/wrong", new { rules = Array.Empty<object>() })).Is(400);
        var wrong = (await coordinator.Put("/v1/routing/drafts/wrong", new { rules = new[] { new { id = "A", when = new { communes = new[] { "1" }, words = new[] { "..." }, area = new[] { new { latitude = 21.0, longitude = 105.0 } } }, to = new { unit = "x" } } } })).Is(400);
        Assert.Equal(["rules[0].id", "rules[0].to.unit", "rules[0].when.area", "rules[0].when.communes", "rules[0].when.words"], wrong["errors"].AsObject().Select(error => error.Key).Order());
        (await coordinator.Post("/v1/routing/drafts/nothing/publication", new { decision = "1" })).Is(404);
        Assert.Equal("unknown-routing-draft", (await coordinator.Post("/v1/routing/replays", new { draft = "nothing" })).Is(422).ProblemType);
    }

    private static async Task BackToWhatWasShipped(Api coordinator)
    {
        (await coordinator.Put("/v1/routing/drafts/as-shipped", new { rules = new[] { new { id = "by-category", when = new { }, to = new { } } } })).Is(200);
        (await coordinator.Post("/v1/routing/drafts/as-shipped/publication", new { decision = "6/QĐ-UBND" })).Is(200);
        var read = (await coordinator.Get("/v1/routing")).Is(200);
        Assert.Equal("by-category", Assert.Single(read["rules"].AsArray())!["id"]!.GetValue<string>());
        Assert.Equal(["5/QĐ-UBND", "6/QĐ-UBND"], read["versions"].AsArray().Select(version => version!["decision"]?.GetValue<string>()).OfType<string>().TakeLast(2));
    }

    private static async Task<string> UnitOf(Api citizen, string text, string word) => (await citizen.Post("/v1/reports", Report(text, word))).Is(201)["unit"].GetValue<string>();

    private static object Report(string text, string word) => new { category = "lamp-out", commune = City.CuaNam, text = $"{text} {word}" };

    /// <summary>Only texts with a word that no other test uses are concerned.</summary>
    private static JsonObject Rules(string word) => new()
    {
        ["rules"] = new JsonArray(
            Rule("nobody", new { categories = new[] { "lighting" }, words = new[] { word } }, new { unit = "01.99999.UBND" }),
            Rule("never", new { categories = new[] { "dragons" } }, new { }),
            Rule("others", new { words = new[] { "no-such-word-in-any-report" } }, new { kind = "MTTQ" }),
            Rule("fire", new { categories = new[] { "lighting" }, words = new[] { "cháy nổ" } }, new { unit = Neighbour }),
            Rule("by-category", new { }, new { })),
    };

    private static JsonNode Rule(string id, object when, object to) => System.Text.Json.JsonSerializer.SerializeToNode(new { id, when, to })!;
}
