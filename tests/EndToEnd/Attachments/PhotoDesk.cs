using System.Net.Http.Headers;
using Ecosystem.UnitTests.Feedback.Attachments;

namespace Ecosystem.EndToEnd.Attachments;

/// <summary>A report in Cửa Nam, its reporter and the unit in charge, with files to send.</summary>
internal sealed record PhotoDesk(City City, Api Citizen, Api Unit, string Report)
{
    private static readonly HttpClient Http = new();

    private static int shade = 1;

    public string Path => $"/v1/reports/{Report}/attachments";

    public static async Task<PhotoDesk> Of(City city)
    {
        var citizen = await city.Citizen();
        return new(city, citizen, await city.Official(City.Committee), (await citizen.Post("/v1/reports", Bodies.Report())).Is(201).Id);
    }

    /// <summary>A photo that no other is like.</summary>
    public static byte[] Photo() => Samples.Png(400 + Interlocked.Increment(ref shade), 300);

    public Task<Answer> Attach(Api by, byte[] file, string name = "photo.png", string type = "image/png", params (string, string)[] headers) => by.Send(HttpMethod.Post, Path, Form(file, name, type), headers);

    public static MultipartFormDataContent Form(byte[] file, string name = "photo.png", string type = "image/png")
    {
        var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        return new("the-same-every-time") { { content, "file", name } };
    }

    public Task<Answer> Part(string upload, int number, byte[] bytes) => Citizen.Send(HttpMethod.Put, $"{Path}/uploads/{upload}/parts/{number}", new ByteArrayContent(bytes), []);

    public async Task<int> Attached() => (await Citizen.Get(Path)).Is(200)["items"].AsArray().Count;

    /// <summary>Follows a link as a browser does: without a token.</summary>
    public async Task<HttpResponseMessage> Follow(string url, string? range = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(City.Processes.Gateway, url));
        if (range is not null) request.Headers.Add("Range", range);
        return await Http.SendAsync(request);
    }

    public int StoredFiles() => Directory.EnumerateFiles(Ecosystem.Local.Workspace.OfTests.Folder("attachments"), "*", SearchOption.AllDirectories).Count();
}
