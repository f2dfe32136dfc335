using System.Xml.Linq;
using static Ecosystem.EndToEnd.City;

namespace Ecosystem.EndToEnd.Analytics;

/// <summary>The public feed as a feed reader without a token sees it.</summary>
public sealed class FeedTests(City city)
{
    private const string Feed = "/v1/public/reports.atom";

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public async Task A_reader_sees_each_public_step_of_public_reports_and_nothing_of_people()
    {
        var (citizen, unit, coordinator, anyone) = (await city.Citizen(), await city.Official(Committee), await city.Official("01.UBND", "coordinator"), city.Anyone());
        var (lamp, code) = await Reported(citizen, "lamp-out");
        var (_, relief) = await Reported(citizen, "relief-needed");
        var (_, secret) = await Reported(citizen, "lamp-out", confidential: true);
        var (hidden, hiddenCode) = await Reported(citizen, "lamp-out");
        (await coordinator.Post($"/v1/reports/{hidden}/moderation", new { decision = "hide", reason = "Nêu tên người khác." })).Is(200);
        (await unit.Post($"/v1/reports/{lamp}/acceptance", null)).Is(200);
        (await unit.Post($"/v1/reports/{lamp}/answer", new { answer = "Đã thay bóng đèn mới cho ngõ." })).Is(200);

        Answer feed = null!;
        await Eventually.Holds(async () => Entries(feed = (await anyone.Get($"{Feed}?commune={CuaNam}&category=lighting&limit=100")).Is(200), code).Count == 3, "the feed has the answer");
        Assert.StartsWith("application/atom+xml", feed.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.Equal(["đã trả lời", "đơn vị đã nhận xử lý", "đã tiếp nhận phản ánh"], Entries(feed, code).Select(entry => entry.Element(Atom + "title")!.Value.Split(" - ")[1]));
        Assert.All((string[])[relief, secret, hiddenCode, citizen.Subject, "đầu ngõ", "bóng đèn mới", "912345678"], word => Assert.DoesNotContain(word, feed.Text, StringComparison.Ordinal));
        (await anyone.Get($"{Feed}?commune={CuaNam}&category=lighting&limit=100", ("If-None-Match", feed.Headers["ETag"]))).Is(304);
        Assert.StartsWith("en", XDocument.Parse((await anyone.Get($"{Feed}?limit=1", ("Accept-Language", "en"))).Is(200).Text).Root!.Attribute(XNamespace.Xml + "lang")!.Value, StringComparison.Ordinal);

        Assert.NotEmpty(Entries((await anyone.Get($"{Feed}?unit={Committee}&limit=100")).Is(200), code));
        Assert.Empty(Entries((await anyone.Get($"{Feed}?unit=01.00070.UBND&limit=100")).Is(200), code));
        Assert.Empty(Entries((await anyone.Get($"{Feed}?category=noise&limit=100")).Is(200), code));
        Assert.Empty(Entries((await anyone.Get($"{Feed}?commune=00070&limit=100")).Is(200), code));
        Assert.Single(XDocument.Parse((await anyone.Get($"{Feed}?limit=1")).Is(200).Text).Root!.Elements(Atom + "entry"));
        (await coordinator.Post($"/v1/reports/{hidden}/moderation", new { decision = "show" })).Is(200);
        await Eventually.Holds(async () => Entries((await anyone.Get($"{Feed}?commune={CuaNam}&limit=100")).Is(200), hiddenCode).Count > 0, "what is shown again is in the feed");
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=101", "limit")]
    [InlineData("commune=82", "commune")]
    [InlineData("unit=x", "unit")]
    [InlineData("category=A", "category")]
    public async Task What_nobody_can_ask_for_is_told(string query, string field) =>
        Assert.Equal([field], (await city.Anyone().Get($"{Feed}?{query}")).Is(400)["errors"].AsObject().Select(error => error.Key));

    private static List<XElement> Entries(Answer feed, string code) =>
        [.. XDocument.Parse(feed.Text).Root!.Elements(Atom + "entry").Where(entry => entry.Element(Atom + "title")!.Value.StartsWith(code, StringComparison.Ordinal))];

    private static async Task<(string Id, string Code)> Reported(Api citizen, string category, bool confidential = false)
    {
        var receipt = (await citizen.Post("/v1/reports", new { category, commune = CuaNam, confidential, text = $"Cần thay bóng đèn ở đầu ngõ {Guid.NewGuid():N}.", contact = new { phone = "0912345678" } })).Is(201);
        return (receipt.Id, $"{receipt["code"]}");
    }
}
