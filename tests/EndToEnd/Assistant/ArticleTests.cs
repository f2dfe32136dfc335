namespace Ecosystem.EndToEnd.Assistant;

/// <summary>An article's life over HTTP: drafted, published, found, revised, withdrawn; only by its owners.</summary>
public sealed class ArticleTests(City city)
{
    [Fact]
    public async Task An_article_is_seen_only_while_it_is_published_and_every_edition_can_be_read_back()
    {
        var editor = await city.Official("01.UBND", "editor");
        var code = $"thu-{Guid.NewGuid():N}"[..20];
        var path = $"/v1/guidance/articles/{code}";
        (await editor.Post("/v1/guidance/articles", new { code, kind = "faq", content = Content("Bản thứ nhất") })).Is(201);
        (await city.Anyone().Get(path)).Is(404);
        (await editor.Post($"{path}/publication", null)).Is(200);
        var first = DateTimeOffset.UtcNow;
        Assert.Equal("Bản thứ nhất", (await city.Anyone().Get(path)).Is(200)["content"]["title"]!.ToString());

        (await editor.Put(path, Content("Bản thứ hai"))).Is(200);
        Assert.Equal("Bản thứ nhất", (await city.Anyone().Get(path)).Is(200)["content"]["title"]!.ToString());
        (await editor.Post($"{path}/publication", null)).Is(200);
        Assert.Equal(("Bản thứ hai", 2), ((await city.Anyone().Get(path)).Is(200)["content"]["title"]!.ToString(), (await city.Anyone().Get(path))["edition"].GetValue<int>()));
        Assert.Equal("Bản thứ nhất", (await city.Anyone().Get($"{path}?asOf={first:yyyy-MM-ddTHH:mm:ss.fffffff}Z")).Is(200)["content"]["title"]!.ToString());

        (await editor.Post($"{path}/withdrawal", new { reason = "Luật đã đổi" })).Is(200);
        (await city.Anyone().Get(path)).Is(404);
        Assert.Equal(5, (await editor.Get($"{path}/history")).Is(200)["items"].AsArray().Count);
    }

    [Fact]
    public async Task Others_can_neither_write_nor_see_drafts()
    {
        var stranger = await city.Official("31.UBND", "editor");

        (await stranger.Put("/v1/guidance/articles/cap-ho-chieu", Content("Không phải của mình"))).Is(404);
        (await stranger.Get("/v1/guidance/articles/cap-ho-chieu/draft")).Is(404);
        Assert.Equal("foreign-article-owner", (await stranger.Post("/v1/guidance/articles", new { code = "cua-nguoi-khac", kind = "faq", owner = "01.UBND", content = Content("Của người khác") })).Is(403).ProblemType);
        (await (await city.Official("01.UBND", "officer")).Put("/v1/guidance/articles/cap-ho-chieu", Content("Không có quyền"))).Is(403);
        (await city.Anyone().Put("/v1/guidance/articles/cap-ho-chieu", Content("Không đăng nhập"))).Is(401);
    }

    [Fact]
    public async Task Shipping_twice_changes_nothing()
    {
        await Eventually.Holds(async () => await city.Count("feedback", "select count(*) from view_article where (data->>'isAsShipped')::boolean") >= 150, "the guidance is shipped", TimeSpan.FromSeconds(30));
        var before = await city.Count("feedback", "select count(*) from mt_events where type = 'article_shipped'");

        await city.Processes.Of("feedback", 1).Restart();

        await Eventually.Holds(async () => (await city.Anyone().Get("/v1/guidance/articles?q=ho+chieu")).Status == 200, "it answers again");
        Assert.Equal(before, await city.Count("feedback", "select count(*) from mt_events where type = 'article_shipped'"));
    }

    private static object Content(string title) => new { title, body = "Nội dung hướng dẫn đủ dài.", keywords = new[] { "tên gọi khác" }, validFrom = "2026-01-01" };
}
