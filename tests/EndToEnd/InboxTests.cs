using System.Text.Json.Nodes;

namespace Ecosystem.EndToEnd;

/// <summary>Facts of other services become messages: once, in the reader's language, in the inbox, live and by mail.</summary>
public sealed class InboxTests(City city)
{
    [Fact]
    public async Task A_message_is_in_Vietnamese_unless_its_recipient_chose_English()
    {
        var (an, bob) = (await city.Citizen(), await city.Citizen());
        (await bob.Put("/v1/preferences", new { language = "en" })).Is(200);

        var (anCode, bobCode) = (await Report(an), await Report(bob));

        Assert.Equal($"Đã tiếp nhận phản ánh {anCode}", Text(Assert.Single(await Inbox(an, 1)), "subject"));
        Assert.Equal($"Your report {bobCode} has been received", Text(Assert.Single(await Inbox(bob, 1)), "subject"));
    }

    [Fact]
    public async Task A_fact_that_is_sent_and_published_again_is_one_message()
    {
        var (citizen, before) = (await city.Citizen(), DateTimeOffset.UtcNow.AddSeconds(-2));
        for (var times = 0; times < 3; times++) (await citizen.Post("/v1/reports", Bodies.Report(), ("Idempotency-Key", "lost-reply"))).Is(201);
        await Inbox(citizen, 1);

        (await (await city.Operator()).Post("/v1/operations/feedback/relay/rewind", new { time = before })).Is(200);
        var later = await Report(citizen);
        var messages = await Inbox(citizen, 2);

        Assert.Equal(2, messages.Count);
        Assert.Contains(later, Text(messages[0], "subject"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_comes_back_with_the_last_event_id_misses_nothing_and_hears_nothing_twice()
    {
        var citizen = await city.Citizen();
        List<string> codes = [];
        using (var first = await citizen.Live())
        {
            codes.Add(await Report(citizen));
            var (id, message) = await first.Next();
            Assert.Contains(codes[0], Text(message, "subject"), StringComparison.Ordinal);
            first.Dispose();

            for (var times = 0; times < 2; times++) codes.Add(await Report(citizen));
            await Inbox(citizen, 3);
            using var again = await citizen.Live(id);
            (long Id, JsonNode Message)[] missed = [await again.Next(), await again.Next()];
            codes.Add(await Report(citizen));
            var live = await again.Next();

            Assert.Equal(codes.Skip(1).Order(), missed.Append(live).Select(one => Text(one.Message["arguments"]!, "code")).Order());
            Assert.True(id < missed[0].Id && missed[0].Id < missed[1].Id && missed[1].Id < live.Id);
        }
    }

    [Fact]
    public async Task A_mail_arrives_in_Vietnamese_letters_once_and_is_noted()
    {
        var citizen = await city.Citizen();
        var address = $"{citizen.Subject}@example.vn";
        (await citizen.Put("/v1/preferences", new { language = "vi", email = address })).Is(200);

        var code = await Report(citizen);
        await Eventually.Holds(async () => (await Inbox(citizen, 1))[0]!["mailedAt"] is not null, "the mail's note");
        var mail = Assert.Single(await city.Processes.Mail.To(address));

        Assert.Equal($"Đã tiếp nhận phản ánh {code}", mail.Subject);
        Assert.Contains("Phản ánh của bạn đã được tiếp nhận.", mail.Text, StringComparison.Ordinal);
        Assert.Equal($"<{Text((await Inbox(citizen, 1))[0], "id")}@ecosystem>", mail.Headers["message-id"].GetString());
    }

    [Fact]
    public async Task An_organisation_reads_its_own_inbox_and_no_other()
    {
        var (front, neighbour) = (await city.Official(City.Front), await city.Official("01.00070.MTTQ"));
        (await front.Put("/v1/preferences", new { language = "vi" })).Is(200);    // other tests may have said otherwise for it
        var directive = (await (await city.Official("01.MTTQ")).Post("/v1/directives", Bodies.Directive(City.Front))).Is(201).Id;

        JsonNode? message = null;
        await Eventually.Holds(async () => (message = Of(directive, await Inbox(front, 1))) is not null, "the directive's message");

        Assert.StartsWith("Chỉ thị mới từ ", Text(message!, "subject"), StringComparison.Ordinal);
        Assert.Null(Of(directive, await Inbox(neighbour, 0)));
        (await neighbour.Get($"/v1/inbox/{Text(message!, "id")}")).Is(404);
        (await front.Get($"/v1/inbox/{Text(message!, "id")}")).Is(200);
    }

    [Fact]
    public async Task A_directive_to_all_126_communes_is_one_message_each()
    {
        var directive = (await (await city.Official("01.MTTQ")).Post("/v1/directives", Bodies.Directive())).Is(201).Id;

        Task<long> Messages(string what) => city.Count("notifications", $"select count({what}) from view_message where data->'arguments'->>'directiveId' = $1", directive);
        await Eventually.Holds(async () => await Messages("distinct data->>'recipient'") >= 126, "126 messages");

        Assert.Equal(126, await Messages("distinct data->>'recipient'"));
        Assert.Equal(126, await Messages("*"));
    }

    /// <summary>Submits a report and gives its tracking code.</summary>
    private static async Task<string> Report(Api citizen) => (await citizen.Post("/v1/reports", Bodies.Report())).Is(201)["code"].GetValue<string>();

    /// <summary>The newest messages, once there are at least as many.</summary>
    private static async Task<JsonArray> Inbox(Api api, int atLeast)
    {
        JsonArray items = [];
        await Eventually.Holds(async () => (items = (await api.Get("/v1/inbox?limit=200")).Is(200)["items"].AsArray()).Count >= atLeast, $"{atLeast} messages");
        return items;
    }

    private static JsonNode? Of(string directive, JsonArray messages) => messages.FirstOrDefault(message => $"{message!["arguments"]!["directiveId"]}" == directive);

    private static string Text(JsonNode? node, string member) => node![member]!.GetValue<string>();
}
