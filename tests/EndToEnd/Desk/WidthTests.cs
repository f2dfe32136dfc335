using static Ecosystem.EndToEnd.City;

namespace Ecosystem.EndToEnd.Desk;

/// <summary>The pages in a real browser, on a telephone and on a desk: nothing sticks out, the map is drawn, keys lead into the content.</summary>
public sealed class WidthTests(City city)
{
    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task No_page_scrolls_sideways_and_the_map_needs_no_tiles(int width)
    {
        var citizen = await city.Citizen();
        var report = (await citizen.Post("/v1/reports", new { category = "lighting", text = "Đèn đường hỏng đã ba ngày, rất tối.", commune = CuaNam, place = new { latitude = 21.028, longitude = 105.843 } })).Is(201);
        using var session = await Browser.SignedIn(city, Committee);
        await using var chromium = await Chromium.Start();
        await chromium.Width(width);
        await chromium.Cookies(city.Processes.Gateway, session.Cookies);

        foreach (var path in (string[])["/desk", $"/desk/reports/{report.Id}", "/desk/map", $"/theo-doi/{report["code"]}", "/theo-doi", "/desk/sign-in"])
        {
            await chromium.Open(new(city.Processes.Gateway, path));
            Assert.Equal($"{width}", await chromium.Say("window.innerWidth"));
            Assert.True(int.Parse(await chromium.Say("document.documentElement.scrollWidth"), System.Globalization.CultureInfo.InvariantCulture) <= width, $"{path} is wider than {width}");
            if (Environment.GetEnvironmentVariable("PICTURES") is { } folder) await chromium.Picture(Path.Combine(folder, $"{path.Trim('/').Split('/')[^1][..Math.Min(8, path.Trim('/').Split('/')[^1].Length)]}-{width}.png"));
            if (path == "/desk/map") await Eventually.Holds(async () => await chromium.Say("document.querySelectorAll('.leaflet-marker-icon').length > 0") == "true", "the map shows the reports");
        }
    }

    [Fact]
    public async Task The_first_key_leads_past_the_head_of_the_page()
    {
        using var session = await Browser.SignedIn(city, Committee);
        await using var chromium = await Chromium.Start();
        await chromium.Cookies(city.Processes.Gateway, session.Cookies);
        await chromium.Open(new(city.Processes.Gateway, "/desk"));

        await chromium.Press("Tab");

        Assert.Equal("#main", await chromium.Say("document.activeElement.getAttribute('href')"));
        Assert.Equal("1,2", await chromium.Say("[...document.querySelectorAll('nav a')].map(link => link.accessKey)"));
    }
}
