using System.Net;
using System.Text;
using Ecosystem.UnitTests.Feedback.Attachments;

namespace Ecosystem.EndToEnd.Attachments;

/// <summary>From the phone's camera to the officer's screen, through the gateway and both instances.</summary>
public sealed class AttachmentTests(City city)
{
    [Fact]
    public async Task A_photo_is_seen_by_the_unit_without_what_it_told_of_the_reporter()
    {
        var desk = await PhotoDesk.Of(city);
        var sent = Samples.Png(4000, 1000, remark: "TAKEN-AT-HOME");

        var added = (await desk.Attach(desk.Citizen, sent, "../../etc/passwd.exe", "application/x-msdownload")).Is(201)["attachment"]!;
        var seen = (await desk.Unit.Get(desk.Path)).Is(200)["items"][0]!;

        Assert.Equal((1, "reporter", "image/jpeg", 2560), (seen["number"]!.GetValue<int>(), $"{seen["by"]}", $"{seen["contentType"]}", seen["width"]!.GetValue<int>()));
        Assert.Equal(added["size"]!.GetValue<long>(), seen["size"]!.GetValue<long>());
        var photo = await (await desk.Follow($"{seen["url"]}")).EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
        Assert.Equal([0xFF, 0xD8, 0xFF], photo[..3]);
        Assert.DoesNotContain("TAKEN-AT-HOME", Encoding.Latin1.GetString(photo), StringComparison.Ordinal);
        Assert.True((await (await desk.Follow($"{seen["thumbnailUrl"]}")).EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync()).Length < photo.Length);
    }

    [Fact]
    public async Task What_a_link_gives_can_be_taken_for_nothing_else()
    {
        var desk = await PhotoDesk.Of(city);
        var photo = (await desk.Attach(desk.Citizen, PhotoDesk.Photo())).Is(201)["attachment"]!;
        var document = (await desk.Attach(desk.Citizen, Samples.Pdf(), "a.pdf", "text/html")).Is(201)["attachment"]!;
        var video = (await desk.Attach(desk.Citizen, Samples.Mp4(), "a.mp4", "text/html")).Is(201)["attachment"]!;

        var (shown, loaded, played) = (await desk.Follow($"{photo["url"]}"), await desk.Follow($"{document["url"]}"), await desk.Follow($"{video["url"]}", "bytes=0-3"));

        Assert.Equal(("image/jpeg", "inline; filename=\"attachment-1.jpg\""), ($"{shown.Content.Headers.ContentType}", Header(shown, "Content-Disposition")));
        Assert.Equal(("application/pdf", "attachment; filename=\"attachment-2.pdf\""), ($"{loaded.Content.Headers.ContentType}", Header(loaded, "Content-Disposition")));
        Assert.Equal((HttpStatusCode.PartialContent, "video/mp4", 4L), (played.StatusCode, $"{played.Content.Headers.ContentType}", played.Content.Headers.ContentLength));
        Assert.All([shown, loaded, played], answer => Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options")));
        Assert.All([shown, loaded, played], answer => Assert.Contains("sandbox", Header(answer, "Content-Security-Policy"), StringComparison.Ordinal));
        Assert.All([shown, loaded, played], answer => Assert.Matches("private", Header(answer, "Cache-Control")));
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Follow($"{photo["url"]}"[..^4] + "AAAA")).StatusCode);
    }

    [Fact]
    public async Task Eight_at_once_leave_five_and_no_file_of_the_others()
    {
        var desk = await PhotoDesk.Of(city);
        var before = desk.StoredFiles();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => desk.Attach(desk.Citizen, PhotoDesk.Photo())));

        Assert.Equal([201, 201, 201, 201, 201, 409, 409, 409], answers.Select(answer => answer.Status).Order());
        Assert.All(answers.Where(answer => answer.Status == 409), answer => Assert.Equal("too-many-attachments", answer.ProblemType));
        Assert.Equal(5, await desk.Attached());
        Assert.Equal(before + 10, desk.StoredFiles());
    }

    [Fact]
    public async Task The_same_photo_sent_again_is_there_once()
    {
        var desk = await PhotoDesk.Of(city);
        var (photo, key) = (PhotoDesk.Photo(), ("Idempotency-Key", "photo-1"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(nr => nr % 2 == 0 ? desk.Attach(desk.Citizen, photo) : desk.Attach(desk.Citizen, photo, headers: key)));

        Assert.All(answers, answer => Assert.Equal(1, answer.Is(201)["attachment"]!["number"]!.GetValue<int>()));
        Assert.Equal(1, await desk.Attached());
    }

    [Theory]
    [InlineData("", 400, "attachment-empty")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", 415, "attachment-type-not-allowed")]
    [InlineData("\u00ff\u00d8\u00ff\u00e0 not really", 422, "attachment-unreadable")]
    [InlineData("%PDF-1.4 %%EOF <script>alert(1)</script>", 422, "attachment-foreign-content")]
    public async Task What_is_no_photo_is_refused_and_not_kept(string content, int status, string problem)
    {
        var desk = await PhotoDesk.Of(city);
        var before = desk.StoredFiles();

        var answer = (await desk.Attach(desk.Citizen, Encoding.Latin1.GetBytes(content), "photo.jpg", "image/jpeg")).Is(status);

        Assert.Equal(problem, answer.ProblemType);
        Assert.Equal((0, before), (await desk.Attached(), desk.StoredFiles()));
    }

    [Fact]
    public async Task A_photo_of_too_many_pixels_is_refused()
    {
        var desk = await PhotoDesk.Of(city);

        Assert.Equal("attachment-too-many-pixels", (await desk.Attach(desk.Citizen, Samples.Png(1, 60_000))).Is(422).ProblemType);
    }

    [Fact]
    public async Task Ten_mebibytes_are_taken_and_one_byte_more_is_not()
    {
        var desk = await PhotoDesk.Of(city);
        byte[] Video(int size) => [.. Samples.Mp4(), .. Samples.Box("free", new byte[size - Samples.Mp4().Length - 8])];
        const int Most = 10 * 1024 * 1024;

        (await desk.Attach(desk.Citizen, Video(Most), headers: ("Idempotency-Key", "large"))).Is(201);
        Assert.Equal("attachment-too-large", (await desk.Attach(desk.Citizen, Video(Most + 1))).Is(413).ProblemType);
        Assert.Equal("body-too-large", (await desk.Attach(desk.Citizen, Video(Most + 100_000), headers: ("Expect", "100-continue"))).Is(413).ProblemType);
        Assert.Equal(1, await desk.Attached());
    }

    [Fact]
    public async Task The_form_has_one_file()
    {
        var desk = await PhotoDesk.Of(city);
        var two = PhotoDesk.Form(PhotoDesk.Photo());
        two.Add(new ByteArrayContent(PhotoDesk.Photo()), "file", "second.png");

        Assert.Equal("one-file-a-request", (await desk.Citizen.Send(HttpMethod.Post, desk.Path, two, [])).Is(400).ProblemType);
        (await desk.Citizen.Send(HttpMethod.Post, desk.Path, new MultipartFormDataContent { { new StringContent("no file"), "text" } }, [])).Is(400);
        (await desk.Citizen.Post(desk.Path, new { file = "photo" })).Is(415);
    }

    [Fact]
    public async Task Evidence_comes_from_the_unit_in_charge_and_nobody_else_sees_or_adds()
    {
        var desk = await PhotoDesk.Of(city);
        var (neighbour, elsewhere) = (await city.Citizen(), await city.Official("01.00070.UBND"));

        (await desk.Attach(desk.Unit, PhotoDesk.Photo())).Is(201);
        Assert.Equal("evidence-is-a-photo", (await desk.Attach(desk.Unit, Samples.Pdf())).Is(415).ProblemType);
        foreach (var other in new[] { neighbour, elsewhere })
        {
            (await desk.Attach(other, PhotoDesk.Photo())).Is(404);
            (await other.Get(desk.Path)).Is(404);
        }

        Assert.Equal("unit", $"{(await desk.Citizen.Get(desk.Path)).Is(200)["items"][0]!["by"]}");
    }

    [Fact]
    public async Task Erasing_the_person_makes_the_photos_unreadable_and_links_say_so()
    {
        var desk = await PhotoDesk.Of(city);
        var url = $"{(await desk.Attach(desk.Citizen, PhotoDesk.Photo())).Is(201)["attachment"]!["url"]}";
        Assert.Equal(HttpStatusCode.OK, (await desk.Follow(url)).StatusCode);

        (await desk.Citizen.Send(HttpMethod.Delete, "/v1/me/personal-data", null, [])).Is(204);

        await Eventually.Holds(async () => (await desk.Follow(url)).StatusCode == HttpStatusCode.Gone, "no instance remembers the key", TimeSpan.FromSeconds(90));
        Assert.Equal(1, await desk.Attached());
    }

    private static string Header(HttpResponseMessage answer, string name) =>
        string.Join(',', answer.Headers.TryGetValues(name, out var values) ? values : answer.Content.Headers.GetValues(name));
}
