using System.Text;

namespace Ecosystem.EndToEnd.BadInput;

/// <summary>Text as people type it: what looks the same is the same, and limits count what people see.</summary>
public sealed class TextTests(City city)
{
    /// <summary>One character as seen, eleven as stored: man, woman, girl, boy, joined.</summary>
    private const string Family = "\U0001F468\u200D\U0001F469\u200D\U0001F467\u200D\U0001F466";

    private const string Words = "Đèn đường trước nhà số 12 ngõ Cửa Nam hỏng.";

    [Fact]
    public async Task Decomposed_letters_are_stored_and_answered_composed()
    {
        var citizen = await city.Citizen();

        var report = (await citizen.Post("/v1/reports", Bodies.Report(Words.Normalize(NormalizationForm.FormD)))).Is(201);
        var text = (await citizen.Get($"/v1/reports/{report.Id}")).Is(200)["text"].GetValue<string>();

        Assert.NotEqual(Words, Words.Normalize(NormalizationForm.FormD));
        Assert.Equal(Words, text);
    }

    [Theory]
    [InlineData(NormalizationForm.FormC)]
    [InlineData(NormalizationForm.FormD)]
    public async Task A_search_finds_the_same_however_it_was_typed(NormalizationForm form)
    {
        var officer = await city.Official(City.Front);

        var found = (await officer.Get($"/v1/administrative-units?q={Uri.EscapeDataString("Cửa Nam".Normalize(form))}")).Is(200);

        Assert.Equal(City.CuaNam, found["items"][0]!["code"]!.GetValue<string>());
    }

    [Theory]
    [InlineData(199, true)]
    [InlineData(200, true)]
    [InlineData(201, false)]
    public async Task The_longest_name_is_counted_in_characters_as_seen(int length, bool fits)
    {
        foreach (var character in new[] { "a", "ế", "ế".Normalize(NormalizationForm.FormD), "\U0001F600", Family, "\U0001F1FB\U0001F1F3" })
            await Issue(string.Concat(Enumerable.Repeat(character, length)), fits);
    }

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    public async Task So_is_the_shortest(int length, bool fits)
    {
        foreach (var character in new[] { "a", "ế".Normalize(NormalizationForm.FormD), Family })
            await Issue(string.Concat(Enumerable.Repeat(character, length)), fits);
    }

    [Fact]
    public async Task Spaces_around_do_not_count_and_a_heap_of_accents_is_no_text()
    {
        await Issue("   a   b  ", fits: true);
        await Issue("  abcd   ", fits: false);
        await Issue("\u3000\u00a0\u2003 \u2003", fits: false);
        await Issue("a" + new string('\u0301', 5000), fits: false);
    }

    private async Task Issue(string title, bool fits)
    {
        var front = await city.Official("01.MTTQ", "leader", $"front-{Guid.NewGuid():N}");
        var body = Form.All["directive"].Body;
        body["title"] = title;

        var answer = await Form.All["directive"].Send(front, body.ToJsonString());

        if (!fits) answer.IsAbout("title");
        Assert.Equal(fits ? 201 : 400, answer.Status);
        Assert.Equal(fits ? 1 : 0, await Stored.By(city, front.Subject));
    }
}
