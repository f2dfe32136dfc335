using System.Text.Json.Nodes;

namespace Ecosystem.EndToEnd.Channels;

/// <summary>Who called the hotline and has no account hears by SMS what becomes of the matter.</summary>
public sealed class SmsTests(City city)
{
    [Fact]
    public async Task A_caller_is_told_the_code_and_that_there_is_an_answer_once_each_although_the_gateway_fails_at_first()
    {
        using var gateway = new SmsServer();
        var (hotline, unit, number) = (await Hotline(), await city.Official(City.Committee), Number());
        gateway.Answer(number, 503, 429);
        var before = DateTimeOffset.UtcNow.AddSeconds(-5);

        (await hotline.Put("/v1/callers", new { phone = Written(number), sms = true })).Is(200);
        (await hotline.Put("/v1/callers", new { phone = Written(number), sms = true })).Is(200);
        var made = await Called(hotline, number);
        await Taken(gateway, number, 1);
        (await unit.Post($"/v1/reports/{made.Id}/acceptance", null)).Is(200);
        (await unit.Post($"/v1/reports/{made.Id}/answer", new { answer = "Đã thay bóng đèn tối nay." })).Is(200);
        await Taken(gateway, number, 2);
        (await (await city.Operator()).Post("/v1/operations/notifications/relay/rewind", new { time = before })).Is(200);
        await Called(hotline, number);
        await Taken(gateway, number, 3);

        var sent = gateway.To(number);
        Assert.Equal([503, 429, 202, 202, 202], sent.Select(request => request.Answered));
        Assert.All(sent, request => Assert.Equal((request.Id, $"Bearer {City.SmsKey}"), (request.Key, request.Authorization)));
        Assert.Single(sent.Take(3).Select(request => request.Id).Distinct());
        Assert.Equal($"Phản ánh của bạn đã được tiếp nhận. Mã tra cứu: {made["code"]}. Bạn có thể dùng mã này để theo dõi việc xử lý.", sent[2].Text);
        Assert.Contains($"{made["code"]} đã được trả lời", sent[3].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("bóng đèn", sent[3].Text, StringComparison.Ordinal);
        await Eventually.Holds(async () => (await Deliveries(unit, made.Id)).Count == 2, "both deliveries on the report's journey");
        Assert.All(await Deliveries(unit, made.Id), hop => Assert.True(hop["taken"]!.GetValue<bool>()));
        Assert.Equal(0, await city.Count("notifications", "select (select count(*) from mt_events where data::text || headers::text ilike $1) + (select count(*) from view_message where data::text ilike $1) + (select count(*) from personal_keys where subject ilike $1)", $"%{number[3..]}%"));
    }

    [Fact]
    public async Task A_number_that_the_gateway_refuses_is_tried_once_and_whoever_wants_no_sms_gets_none()
    {
        using var gateway = new SmsServer();
        var (hotline, unit, wrong, silent, other) = (await Hotline(), await city.Official(City.Committee), Number(), Number(), Number());
        gateway.Answer(wrong, 422);
        foreach (var number in (string[])[wrong, silent, other]) (await hotline.Put("/v1/callers", new { phone = number, sms = true, language = number == other ? "en" : "vi" })).Is(200);
        (await hotline.Put("/v1/callers", new { phone = silent, sms = false })).Is(200);

        var refused = await Called(hotline, wrong);
        await Called(hotline, silent);
        await Called(hotline, other);
        await Taken(gateway, other, 1);
        await Eventually.Holds(async () => (await Deliveries(unit, refused.Id)).Count == 1, "the refusal on the report's journey");

        var hop = Assert.Single(await Deliveries(unit, refused.Id));
        Assert.Equal((false, "refused"), (hop["taken"]!.GetValue<bool>(), $"{hop["why"]}"));
        Assert.Single(gateway.To(wrong));
        Assert.Empty(gateway.To(silent));
        Assert.StartsWith("Your report has been received.", gateway.To(other)[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_those_who_take_calls_may_and_a_service_number_is_nobodys()
    {
        (await (await city.Citizen()).Put("/v1/callers", new { phone = Number(), sms = true })).Is(403);
        (await (await city.Official(City.Committee, "officer")).Put("/v1/callers", new { phone = Number(), sms = true })).Is(403);
        var wrong = (await (await Hotline()).Put("/v1/callers", new { phone = "1022", language = "fr", sms = true })).Is(400);
        Assert.DoesNotContain("1022", wrong.Text, StringComparison.Ordinal);
        (await (await Hotline()).Put("/v1/callers", new { phone = "1022", sms = true })).Is(400);
    }

    private Task<Api> Hotline() => city.Official("01.UBND", "hotline", "operator-hoa");

    private static string Number() => $"+849{Random.Shared.Next(10_000_000, 89_999_999)}";

    /// <summary>As people in Viet Nam write it.</summary>
    private static string Written(string number) => $"0{number[3..6]} {number[6..]}";

    private static async Task<Answer> Called(Api hotline, string number) =>
        (await hotline.Post("/v1/intake/reports", new { callReference = $"1022-{Guid.NewGuid():N}", phone = number, contactVerified = true, report = Bodies.Report() })).Is(201);

    private static Task Taken(SmsServer gateway, string number, int count) =>
        Eventually.Holds(() => Task.FromResult(gateway.To(number).Count(request => request.Answered < 300) == count), $"{count} SMS", TimeSpan.FromSeconds(60));

    private static async Task<List<JsonNode>> Deliveries(Api unit, string report) =>
        [.. (await unit.Get($"/v1/reports/{report}/journey")).Is(200)["items"].AsArray().Where(hop => $"{hop!["name"]}" == "sms").Select(hop => hop!)];
}
