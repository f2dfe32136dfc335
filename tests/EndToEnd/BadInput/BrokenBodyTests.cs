using System.Text;
using System.Text.Json.Nodes;

namespace Ecosystem.EndToEnd.BadInput;

/// <summary>Bodies that cannot be read as what they should be: refused with the place of the fault, and nothing stays behind.</summary>
public sealed class BrokenBodyTests(City city)
{
    public static TheoryData<string> Forms => Form.Names;

    [Theory, MemberData(nameof(Forms))]
    public Task Unknown_members_and_those_given_twice_are_named(string name) => Refusing(name, async (form, caller) =>
    {
        (await form.Send(caller, form.Valid.Trim().Insert(1, "\"hidden\": 1, "))).IsAbout("hidden");
        var first = form.Body.First();
        (await form.Send(caller, form.Valid.Trim().Insert(1, $"\"{first.Key}\": {first.Value!.ToJsonString()}, "))).IsAbout(first.Key);
        var misspelt = (await form.Send(caller, form.Valid.Replace($"\"{first.Key}\"", $"\"{first.Key.ToUpperInvariant()}\"", StringComparison.Ordinal))).IsProblem(400, "validation-failed");
        Assert.Equal(first.Key.ToUpperInvariant(), misspelt["errors"].AsObject().First().Key);    // and, where it is required, the right name as missing
    });

    [Theory, MemberData(nameof(Forms))]
    public Task Every_value_of_another_type_is_named(string name) => Refusing(name, async (form, caller) =>
    {
        foreach (var leaf in Leaf.Of(form.Body))
        {
            (await form.Send(caller, leaf.Spoilt(form, leaf.IsText ? 5 : "5"))).IsAbout(leaf.Path);
            (await form.Send(caller, leaf.Spoilt(form, new JsonObject { ["a"] = 1 }))).IsAbout(leaf.Path);
            (await form.Send(caller, leaf.Spoilt(form, true))).IsAbout(leaf.Path);
        }
    });

    [Theory, MemberData(nameof(Forms))]
    public Task Every_text_with_what_is_no_character_is_named(string name) => Refusing(name, async (form, caller) =>
    {
        foreach (var leaf in Leaf.Of(form.Body).Where(leaf => leaf.IsText && leaf.Path != "endpoint"))    // an endpoint is known or not, whatever its letters
        {
            foreach (var odd in new[] { "\0", "\a", "\u001b", "\u007f", "\u0085", "\uFFFE" })
            {
                var answer = (await form.Send(caller, leaf.Spoilt(form, $"{leaf.Value.GetValue<string>()}{odd}"))).IsProblem(400, "validation-failed");
                Assert.StartsWith(leaf.Path.Split('[')[0], answer["errors"].AsObject().Single().Key, StringComparison.Ordinal);
            }
        }
    });

    [Theory, MemberData(nameof(Forms))]
    public Task What_is_no_JSON_is_malformed(string name) => Refusing(name, async (form, caller) =>
    {
        var valid = form.Valid.Trim();
        string[] bodies = ["", " ", "null", "[]", "5", "\"\"", "gibberish", valid[..^1], valid[..(valid.Length / 2)], $"{valid},", $"{valid}{valid}", $"/* why */ {valid}", valid.Replace('"', '\''), valid.Insert(1, ",")];
        foreach (var body in bodies)
            Assert.Contains((await form.Send(caller, body)).Is(400).ProblemType, new[] { "malformed-body", "validation-failed" });
        (await form.Send(caller, Encoding.Unicode.GetBytes(valid))).IsProblem(400, "malformed-body");
    });

    [Theory, MemberData(nameof(Forms))]
    public Task Broken_UTF_8_and_lone_surrogates_are_refused(string name) => Refusing(name, async (form, caller) =>
    {
        foreach (var leaf in Leaf.Of(form.Body).Where(leaf => leaf.IsText))
        {
            var marked = leaf.Spoilt(form, "@@@@");
            (await form.Send(caller, marked.Replace("@@@@", "Nam\\ud83d", StringComparison.Ordinal))).IsProblem(400, "validation-failed");
            foreach (var broken in new byte[][] { [0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xC0, 0x80], [0xF5, 0x80, 0x80, 0x80] })
            {
                var (before, after) = (marked[..marked.IndexOf("@@@@", StringComparison.Ordinal)], marked[(marked.IndexOf("@@@@", StringComparison.Ordinal) + 4)..]);
                (await form.Send(caller, [.. Encoding.UTF8.GetBytes(before), .. broken, .. Encoding.UTF8.GetBytes(after)])).IsProblem(400, "validation-failed");
            }
        }
    });

    [Theory, MemberData(nameof(Forms))]
    public Task Deep_nesting_is_refused(string name) => Refusing(name, async (form, caller) =>
    {
        foreach (var depth in new[] { 33, 1000, 100_000 })
        {
            (await form.Send(caller, new string('[', depth) + new string(']', depth))).Is(400);
            (await form.Send(caller, form.Valid.Trim().Insert(1, $"\"hidden\": {new string('[', depth)}{new string(']', depth)}, "))).Is(400);
            (await form.Send(caller, string.Concat(Enumerable.Repeat("{\"a\":", depth)))).Is(400);
        }
    });

    [Theory, MemberData(nameof(Forms))]
    public Task Two_mebibytes_are_too_much(string name) => Refusing(name, async (form, caller) =>
    {
        var large = Encoding.UTF8.GetBytes(form.Valid + new string(' ', 2 * 1024 * 1024));

        // Whoever asks first, as curl does with large bodies, always hears the answer; others may find the door shut while they still talk.
        (await form.Send(caller, large, "application/json", ("Expect", "100-continue"))).IsProblem(413, "body-too-large");
        (await form.Send(caller, large, "application/json", ("Expect", "100-continue"), ("Idempotency-Key", "large"))).IsProblem(413, "body-too-large");
        (await AnswerIfAny(form.Send(caller, large)))?.IsProblem(413, "body-too-large");
        (await AnswerIfAny(form.Send(caller, large, "application/json", ("Transfer-Encoding", "chunked"))))?.IsProblem(413, "body-too-large");
    });

    [Theory, MemberData(nameof(Forms))]
    public Task Only_JSON_in_UTF_8_is_read(string name) => Refusing(name, async (form, caller) =>
    {
        foreach (var type in new[] { null, "text/plain", "application/xml", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/json; charset=utf-16", "application/json; charset=nothing", "nonsense" })
            (await form.Send(caller, Encoding.UTF8.GetBytes(form.Valid), type)).IsProblem(415, "unsupported-media-type");
    });

    private static async Task<Answer?> AnswerIfAny(Task<Answer> sending)
    {
        try
        {
            return await sending;
        }
        catch (HttpRequestException closed) when (closed.InnerException is IOException)
        {
            return null;
        }
    }

    private async Task Refusing(string name, Func<Form, Api, Task> spoil)
    {
        var form = Form.All[name];
        var caller = await form.Caller(city);

        await spoil(form, caller);

        Assert.Equal(0, await Stored.By(city, caller.Subject));
    }
}
