namespace Ecosystem.EndToEnd.Documents;

/// <summary>What people open in a browser: the API's description, and what a problem means.</summary>
public sealed class PageTests(City city)
{
    [Theory]
    [InlineData("/docs", "text/html")]
    [InlineData("/docs/show.js", "text/javascript")]
    [InlineData("/docs/page.css", "text/css")]
    [InlineData("/docs/swagger-ui/swagger-ui-bundle.js", "text/javascript")]
    [InlineData("/docs/swagger-ui/LICENSE", "text/plain")]
    public async Task The_page_and_its_files_come_from_here_and_may_load_nothing_from_elsewhere(string path, string type)
    {
        var answer = (await city.Anyone().Get(path)).Is(200);

        Assert.StartsWith(type, answer.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", answer.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        if (type == "text/html") Assert.DoesNotContain("://", answer.Text, StringComparison.Ordinal);
        (await city.Anyone().Get(path, ("If-None-Match", answer.Headers["ETag"]))).Is(304);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_a_problem() => Assert.Equal("not-found", (await city.Anyone().Get("/docs/nothing.js")).Is(404).ProblemType);

    [Fact]
    public async Task The_type_of_a_refusal_leads_to_its_page_in_the_readers_language()
    {
        var type = (await city.Anyone().Get("/v1/inbox")).Is(401)["type"].GetValue<string>();

        var vietnamese = (await city.Anyone().Get(type)).Is(200);
        var english = (await city.Anyone().Get(type, ("Accept-Language", "en"))).Is(200);

        Assert.Contains("Cần có mã truy cập hợp lệ.", vietnamese.Text, StringComparison.Ordinal);
        Assert.Contains("A valid access token is needed.", english.Text, StringComparison.Ordinal);
        Assert.Contains("<code>Authorization: Bearer</code>", english.Text, StringComparison.Ordinal);
        Assert.Contains($"<a href=\"{type}\">", (await city.Anyone().Get("/problems")).Is(200).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no-such-problem")]
    [InlineData("%3Cscript%3Ealert(1)")]
    public async Task A_problem_that_nobody_has_is_not_found(string type) => Assert.Equal("not-found", (await city.Anyone().Get($"/problems/{type}")).Is(404).ProblemType);
}
