using System.Text.RegularExpressions;
using Ecosystem.EndToEnd.Attachments;
using Ecosystem.EndToEnd.BadInput;
using Ecosystem.EndToEnd.Configuration;
using Ecosystem.UnitTests.Feedback.Attachments;
using static Ecosystem.EndToEnd.City;

namespace Ecosystem.EndToEnd.Desk;

/// <summary>The desk shows what is attached and takes the photo of the work.</summary>
public sealed class DeskPhotoTests(City city)
{
    private const string OpenForm = "<details class=\"step\" open[^>]* id=\"attachments\"";

    [Fact]
    public async Task A_report_that_asks_for_a_photo_is_answered_without_leaving_the_desk()
    {
        var citizen = await city.Citizen();
        var id = await ProofCategory.Reported(citizen, await ProofCategory.Make(city, "photoAfter"));
        using var browser = await Browser.SignedIn(city, Committee);
        (await browser.Step(id, await browser.Get($"/desk/reports/{id}"), "acceptance")).Is(303);
        var page = (await browser.Get($"/desk/reports/{id}")).Is(200);
        Assert.True(page.Has("chưa có") && Regex.IsMatch(page.Text, OpenForm) && page.Has("enctype=\"multipart/form-data\""), page.Text);
        Assert.True((await browser.Step(id, page, "answer", ("answer", "Đã thay bóng đèn."))).Is(422).Has("minh chứng còn thiếu"));

        var photo = PhotoDesk.Photo();
        for (var n = 0; n < 2; n++) Assert.Equal($"/desk/reports/{id}", (await browser.Attach(id, page, photo)).Is(303).Location);
        page = (await browser.Get($"/desk/reports/{id}")).Is(200);
        Assert.True(page.Has("đã có") && page.Has("Đơn vị xử lý ·") && !Regex.IsMatch(page.Text, OpenForm), page.Text);
        (await browser.Step(id, page, "answer", ("answer", "Đã thay bóng đèn."))).Is(303);

        Assert.Equal("unit", $"{Assert.Single((await citizen.Get($"/v1/reports/{id}/attachments")).Is(200)["items"].AsArray())!["by"]}");
        Assert.Equal("answered", $"{(await citizen.Get($"/v1/reports/{id}"))["status"]}");
        (await citizen.Post($"/v1/reports/{id}/rating", new { rating = 5 })).Is(200);
        page = (await browser.Get($"/desk/reports/{id}")).Is(200);
        Assert.False(page.Has("attachments-file"));
        Assert.True((await browser.Attach(id, page.Token, PhotoDesk.Photo())).Is(409).Has("Phản ánh đã đóng"));
    }

    [Fact]
    public async Task What_is_attached_is_shown_with_whose_it_is_and_why_it_is_hidden()
    {
        var desk = await PhotoDesk.Of(city);
        foreach (var file in (byte[][])[PhotoDesk.Photo(), Samples.Pdf(), Samples.Mp4()]) (await desk.Attach(desk.Citizen, file)).Is(201);
        (await (await city.Official("01.UBND", "coordinator")).Post($"/v1/reports/{desk.Report}/moderation/attachments/1", new { decision = "hide", reason = "Thấy rõ biển số xe của người khác." })).Is(200);
        using var browser = await Browser.SignedIn(city, Committee);

        var page = (await browser.Get($"/desk/reports/{desk.Report}")).Is(200);

        Assert.True(page.Has("alt=\"Ảnh 1\"") && page.Has("Tài liệu PDF 2") && page.Has("Video 3") && page.Has("Người gửi ·"), page.Text);
        Assert.True(page.Has("Đã ẩn với công chúng") && page.Has("Thấy rõ biển số xe của người khác."), page.Text);
        Assert.Contains("img-src 'self'", page.Policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_photo_of_the_work_is_refused_in_words_and_not_kept()
    {
        var desk = await PhotoDesk.Of(city);
        using var browser = await Browser.SignedIn(city, Committee);
        var page = (await browser.Get($"/desk/reports/{desk.Report}")).Is(200);

        foreach (var (file, status, why) in (IEnumerable<(byte[]?, int, string)>)
            [(Samples.Pdf(), 415, "Minh chứng xử lý phải là ảnh"), ("no photo"u8.ToArray(), 415, "Nội dung tệp không phải"), (null, 400, "role=\"alert\""), (new byte[(10 * 1024 * 1024) + 1], 413, "Tệp lớn hơn 10 MiB")])
        {
            var refused = await browser.Attach(desk.Report, page, file);
            Assert.True(refused.Status == status && refused.Has(why) && refused.Has("id=\"attachments\"") && refused.Has("role=\"alert\""), refused.Text);
        }

        foreach (var (form, megabytes) in (IEnumerable<(string, int)>)[("attachments", 11), ("rejection", 2)])    // the gateway tells it by the length; other forms are as small as before
            Assert.StartsWith("HTTP/1.1 413", await Raw.Exchange(city.Processes.Gateway, $"POST /desk/act/reports/{desk.Report}/{form} HTTP/1.1\r\nHost: {city.Processes.Gateway.Authority}\r\nContent-Length: {megabytes * 1024 * 1024}\r\n\r\n"), StringComparison.Ordinal);
        Assert.Equal(0, await desk.Attached());
    }

    [Fact]
    public async Task A_forged_form_another_unit_and_nobody_attach_nothing()
    {
        var desk = await PhotoDesk.Of(city);
        using var browser = await Browser.SignedIn(city, Committee);
        using var elsewhere = await Browser.SignedIn(city, "01.00070.UBND", "official-khac");
        using var nobody = new Browser(city.Processes.Gateway);

        (await browser.Attach(desk.Report, "forged", PhotoDesk.Photo())).Is(400);
        (await elsewhere.Attach(desk.Report, await elsewhere.Get("/desk"), PhotoDesk.Photo())).Is(404);
        Assert.StartsWith("/desk/sign-in", (await nobody.Attach(desk.Report, "forged", PhotoDesk.Photo())).Is(302).Location, StringComparison.Ordinal);

        Assert.Equal(0, await desk.Attached());
    }

    [Fact]
    public async Task A_form_that_is_answered_before_it_is_read_has_its_answer_and_the_service_stays_reachable()
    {
        using var nobody = new Browser(city.Processes.Gateway);
        var large = new byte[5 * 1024 * 1024];

        for (var times = 0; times < 12; times++)
            Assert.StartsWith("/desk/sign-in", (await nobody.Attach($"{Guid.NewGuid()}", "forged", large)).Is(302).Location, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task A_browser_shows_the_photos_sends_one_and_tells_at_once_of_one_that_is_too_large(int width)
    {
        var desk = await PhotoDesk.Of(city);
        foreach (var file in (byte[][])[PhotoDesk.Photo(), Samples.Pdf()]) (await desk.Attach(desk.Citizen, file)).Is(201);
        using var session = await Browser.SignedIn(city, Committee);
        await using var chromium = await Chromium.Start();
        await chromium.Width(width);
        await chromium.Cookies(city.Processes.Gateway, session.Cookies);
        var (folder, address) = (Directory.CreateTempSubdirectory("photos"), new Uri(city.Processes.Gateway, $"/desk/reports/{desk.Report}"));
        var (large, photo) = (Path.Combine(folder.FullName, "large.jpg"), Path.Combine(folder.FullName, "photo.png"));
        await File.WriteAllBytesAsync(large, new byte[(10 * 1024 * 1024) + 1]);
        await File.WriteAllBytesAsync(photo, PhotoDesk.Photo());
        await chromium.Open(address);
        const string IsTooLarge = "(input => input.validationMessage === input.dataset.tooLarge)(document.getElementById('attachments-file'))", Loaded = "[...document.images].filter(image => image.complete && image.naturalWidth > 0).length";

        await chromium.Say("document.getElementById('attachments').open = true");
        await chromium.Choose("#attachments-file", large);
        Assert.Equal("true", await chromium.Say(IsTooLarge));
        await chromium.Choose("#attachments-file", photo);
        Assert.Equal("false", await chromium.Say(IsTooLarge));
        if (Environment.GetEnvironmentVariable("PICTURES") is { } before) await chromium.Picture(Path.Combine(before, $"attach-{width}.png"));
        await chromium.Say("document.querySelector('#attachments button').click()");

        await Eventually.Holds(async () => await chromium.Say(Loaded) == "2", "the reporter's photo and the unit's are shown");
        Assert.True(int.Parse(await chromium.Say("document.documentElement.scrollWidth"), System.Globalization.CultureInfo.InvariantCulture) <= width);
        if (Environment.GetEnvironmentVariable("PICTURES") is { } after) await chromium.Picture(Path.Combine(after, $"attached-{width}.png"));
        folder.Delete(recursive: true);
    }
}
