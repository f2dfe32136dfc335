using System.Diagnostics;
using Ecosystem.Local;

namespace Ecosystem.EndToEnd.Assistant;

/// <summary>Questions as people ask them, over HTTP and PostgreSQL: with and without accents, with slips, short forms and everyday words.</summary>
public sealed class AssistantTests(City city)
{
    private static readonly string[][] Known = Table("questions.tsv"), Outside = Table("outside.tsv");

    [Fact]
    public async Task Nine_of_ten_questions_find_their_article_first_and_nearly_all_among_three()
    {
        await Shipped();
        List<string> missed = [];
        var (first, among, sure, slowest) = (0, 0, 0, TimeSpan.Zero);
        foreach (var question in Known)
        {
            var started = Stopwatch.GetTimestamp();
            var found = (await city.Anyone().Get($"/v1/guidance/articles?limit=3&q={Uri.EscapeDataString(question[0])}")).Is(200)["items"].AsArray().Select(item => item!["code"]!.ToString()).ToList();
            slowest = new[] { slowest, Stopwatch.GetElapsedTime(started) }.Max();
            first += found.FirstOrDefault() == question[1] ? 1 : 0;
            among += found.Contains(question[1]) ? 1 : 0;
            sure += (await Ask(question[0]))["answered"].GetValue<bool>() ? 1 : 0;
            if (found.FirstOrDefault() != question[1]) missed.Add($"{question[0]}: {string.Join(", ", found)}");
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{Known.Length} questions: {first} first, {among} among three, {sure} answered, slowest search {slowest.TotalMilliseconds:0} ms\n{string.Join('\n', missed)}");
        Assert.True(Known.Length >= 60);
        Assert.True(first >= 0.9 * Known.Length, $"{first} of {Known.Length} first\n{string.Join('\n', missed)}");
        Assert.True(among >= 0.97 * Known.Length, $"{among} of {Known.Length} among three");
        Assert.True(sure >= 0.9 * Known.Length, $"{sure} of {Known.Length} answered");
    }

    [Fact]
    public async Task What_no_article_answers_is_said_to_be_so_and_prepared_as_a_report()
    {
        await Shipped();
        var wrong = 0;
        foreach (var question in Outside)
        {
            var reply = await Ask(question[0]);
            if (reply["answered"].GetValue<bool>()) wrong++;
            else Assert.Equal((question[0], question[1]), (reply["report"]["text"]!.ToString(), reply["report"]["category"]!.ToString()));
        }

        Assert.True(wrong <= 1, $"{wrong} answered that should not be");
    }

    [Fact]
    public async Task An_answer_names_its_sources_says_that_it_is_automated_and_can_be_rated()
    {
        await Shipped();
        var reply = await Ask("làm hộ chiếu mất bao nhiêu tiền");

        Assert.Contains("Lệ phí: 200.000 đồng", reply["answer"].ToString(), StringComparison.Ordinal);
        Assert.Equal("cap-ho-chieu", reply["sources"][0]!["code"]!.ToString());
        Assert.Contains("hệ thống tự động", reply["notice"].ToString(), StringComparison.Ordinal);
        Assert.Equal("1022", reply["hotline"].ToString());
        (await city.Anyone().Post($"/v1/assistant/questions/{reply.Id}/rating", new { helpful = true })).Is(200);
        (await city.Anyone().Post($"/v1/assistant/questions/{reply.Id}/rating", new { helpful = true })).Is(200);
        (await city.Anyone().Post($"/v1/assistant/questions/{Guid.NewGuid()}/rating", new { helpful = true })).Is(404);
    }

    [Fact]
    public async Task What_was_not_answered_waits_for_the_editors_without_numbers_of_persons_until_it_is_settled()
    {
        await Shipped();
        var word = $"zz{Guid.NewGuid():N}"[..12] + "x";
        var asked = await Ask($"cho tôi hỏi {word} 0912345678");
        var editor = await city.Official("01.UBND", "editor");

        var item = (await Unanswered(editor, asked.Id))!;
        Assert.Equal($"cho tôi hỏi {word} [đã che]", item["question"]!.ToString());
        Assert.Equal(0, await city.Count("feedback", "select count(*) from mt_events where data::text like '%' || $1 || '%'", word));
        (await editor.Post($"/v1/assistant/questions/{asked.Id}/settlement", new { article = "no-such-article" })).Is(422);
        (await editor.Post($"/v1/assistant/questions/{asked.Id}/settlement", new { })).Is(200);
        Assert.Null(await Unanswered(editor, asked.Id));
    }

    [Fact]
    public async Task Bad_questions_are_refused()
    {
        Assert.Equal("validation-failed", (await city.Anyone().Post("/v1/assistant/questions", new { question = "a" })).Is(400).ProblemType);
        (await city.Anyone().Post("/v1/assistant/questions", new { question = new string('a', 501) })).Is(400);
        Assert.False((await Ask("%_\\'; drop table view_article; -- 😀"))["answered"].GetValue<bool>());
        (await (await city.Citizen()).Get("/v1/assistant/unanswered")).Is(403);
    }

    private static async Task<System.Text.Json.Nodes.JsonNode?> Unanswered(Api editor, string id)
    {
        for (string? after = null; ;)
        {
            var page = (await editor.Get($"/v1/assistant/unanswered?limit=200{(after is null ? "" : $"&after={Uri.EscapeDataString(after)}")}")).Is(200);
            if (page["items"].AsArray().FirstOrDefault(item => item!["id"]!.ToString() == id) is { } found) return found;
            after = page.Json["next"]?.ToString();
            if (after is null) return null;
        }
    }

    private async Task<Answer> Ask(string question) => (await city.Anyone().Post("/v1/assistant/questions", new { question })).Is(201);

    private Task Shipped() => Eventually.Holds(
        async () => await city.Count("feedback", "select count(*) from view_article where data->>'status' = 'Published'") >= 150, "the guidance is shipped", TimeSpan.FromSeconds(30));

    private static string[][] Table(string file) => [.. File.ReadLines(Repository.File("tests", "EndToEnd", "Assistant", file)).Select(line => line.Split('\t'))];
}
