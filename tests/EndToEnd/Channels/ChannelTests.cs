using System.Text.Json.Nodes;

namespace Ecosystem.EndToEnd.Channels;

/// <summary>Whatever way a report comes in, the unit in charge has it.</summary>
public sealed class ChannelTests(City city)
{
    private static readonly object Told = Bodies.Report();

    [Fact]
    public async Task An_operator_writes_down_a_call_and_the_number_is_nowhere_in_clear()
    {
        var (hotline, unit) = (await city.Official("01.UBND", "hotline", "operator-hoa"), await city.Official(City.Committee));
        var phone = $"09{Random.Shared.Next(10_000_000, 89_999_999)}";

        var made = (await hotline.Post("/v1/intake/reports", new { callReference = "1022-4711", phone, contactVerified = true, report = Told })).Is(201);
        var seen = (await unit.Get($"/v1/reports/{made.Id}")).Is(200);
        var intake = (await unit.Get($"/v1/reports/{made.Id}/intake")).Is(200);

        Assert.Equal(("hotline", $"+84{phone[1..]}"), ($"{seen["source"]}", $"{seen["contact"]["phone"]}"));
        Assert.Equal(("operator-hoa", "1022-4711", true), ($"{intake["by"]}", $"{intake["callReference"]}", intake["contactVerified"].GetValue<bool>()));
        Assert.Equal(0, await city.Count("feedback", "select (select count(*) from mt_events where data::text || headers::text ilike $1) + (select count(*) from views where data::text ilike $1) + (select count(*) from personal_keys where subject ilike $1)", $"%{phone[1..]}%"));
        (await (await city.Official("31.UBND", "hotline", "operator-hp")).Post("/v1/intake/reports", new { callReference = "1", phone, contactVerified = false, report = Told })).Is(403);
        (await hotline.Post("/v1/intake/reports", new { callReference = "", phone = "113", contactVerified = true, report = new { category = "ufo", text = "x", commune = "1" } })).Is(400);
        (await (await city.Citizen()).Post("/v1/intake/reports", new { callReference = "1", phone, contactVerified = false, report = Told })).Is(403);
    }

    [Fact]
    public async Task A_partners_report_is_made_once_however_often_it_comes()
    {
        var partner = await city.System("feedback.submit");
        var reference = $"CASE-{Guid.NewGuid():N}";

        var made = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => partner.Post("/v1/partner-reports", new { externalReference = reference, report = Told })));

        Assert.Single(made.Select(answer => answer.Is(201).Id).Distinct());
        Assert.Equal(1, await city.Count("feedback", "select count(*) from mt_events where type = 'report_submitted' and stream_id = $1", Guid.Parse(made[0].Id)));
        Assert.Equal("external-reference-reused", (await partner.Post("/v1/partner-reports", new { externalReference = reference, report = Bodies.Report("Ổ gà lớn trước cổng trường.") })).Is(409).ProblemType);
        Assert.Equal("assigned", $"{(await partner.Get($"/v1/partner-reports/{reference}")).Is(200)["status"]}");
        (await partner.Get("/v1/partner-reports/unknown")).Is(404);
        (await (await city.Citizen()).Post("/v1/partner-reports", new { externalReference = reference, report = Told })).Is(403);
    }

    [Fact]
    public async Task A_dialogue_ends_in_one_report()
    {
        var (citizen, neighbour) = (await city.Citizen(), await city.Citizen());
        var dialogue = (await citizen.Post("/v1/dialogues", null)).Is(201);
        Assert.Equal("category", $"{dialogue["question"]}");
        async Task<Answer> Say(string question, string typed) => await citizen.Post($"/v1/dialogues/{dialogue.Id}/answers", new { question, typed });

        (await Say("text", "Đèn đường hỏng đã ba ngày.")).Is(409);
        (await Say("category", "đĩa bay")).Is(422);
        (await Say("category", "chieu sang cong cong")).Is(200);
        (await Say("text", "Đèn đường hỏng đã ba ngày.")).Is(200);
        Assert.Equal("unknown-commune", (await Say("commune", "99999")).Is(422).ProblemType);
        (await Say("commune", City.CuaNam)).Is(200);
        (await Say("place", "bỏ qua")).Is(200);
        Assert.Equal("confirm", $"{(await Say("contact", "0912345678")).Is(200)["question"]}");
        (await neighbour.Get($"/v1/dialogues/{dialogue.Id}")).Is(404);
        var ends = await Task.WhenAll(Say("confirm", "có"), Say("confirm", "yes"));

        var report = Assert.Single(ends.Select(end => $"{end.Is(200)["report"]}").Distinct());
        var seen = (await citizen.Get($"/v1/reports/{report}")).Is(200);
        Assert.Equal(("chatbot", "lighting", "+84912345678"), ($"{seen["source"]}", $"{seen["category"]}", $"{seen["contact"]["phone"]}"));
    }

    [Fact]
    public async Task A_crossing_is_one_report_and_its_end_is_told_on_it()
    {
        var (sensors, unit) = (await city.System("feedback.sense"), await city.Official(City.Committee));
        var (station, start) = ($"HN-{Guid.NewGuid():N}"[..20], DateTimeOffset.UtcNow.AddHours(-1));
        async Task<JsonNode?> Read(double value, int minute) => (await sensors.Post(
            "/v1/sensor-readings", new { station, indicator = "pm25", value, threshold = 150, measure = "µg/m³", measuredAt = start.AddMinutes(minute), commune = City.CuaNam })).Is(200).Json["report"];

        Assert.Null(await Read(100, 0));
        var reports = (await Task.WhenAll(Enumerable.Range(1, 6).Select(minute => Read(160, minute)))).Select(report => $"{report}").Distinct().ToList();
        Assert.Null(await Read(120, 10));
        Assert.Null(await Read(110, 11));

        var seen = (await unit.Get($"/v1/reports/{Assert.Single(reports)}")).Is(200);
        Assert.Equal(("sensor", "environment"), ($"{seen["source"]}", $"{seen["category"]}"));
        Assert.Contains("120", $"{Assert.Single(seen["thread"].AsArray())!["text"]}", StringComparison.Ordinal);
        Assert.NotEqual(reports[0], $"{await Read(170, 20)}");
    }
}
