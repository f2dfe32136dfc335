using System.Net.Sockets;
using System.Text;
using Ecosystem.UnitTests.Feedback.Attachments;

namespace Ecosystem.EndToEnd.Attachments;

/// <summary>A bad line: parts get lost, come twice, in another order and at another instance.</summary>
public sealed class ResumedUploadTests(City city)
{
    private static readonly byte[] Video = [.. Samples.Mp4(), .. Samples.Box("free", new byte[300_000])];

    [Fact]
    public async Task An_upload_goes_on_where_it_stopped()
    {
        var desk = await PhotoDesk.Of(city);
        var before = desk.StoredFiles();
        var (upload, parts) = await Start(desk, 3);
        (await desk.Part(upload, 3, parts[2])).Is(200);
        (await desk.Part(upload, 1, parts[0])).Is(200);
        (await desk.Part(upload, 1, parts[0])).Is(200);

        var early = (await desk.Citizen.Post($"{desk.Path}/uploads/{upload}/completion", null)).Is(409);
        Assert.Equal(("upload-incomplete", "[\"parts/2\"]"), (early.ProblemType, early["allowed"].ToJsonString()));
        Assert.Equal("[2]", (await desk.Citizen.Get($"{desk.Path}/uploads/{upload}")).Is(200)["missing"].ToJsonString());
        (await desk.Part(upload, 2, parts[1])).Is(200);
        var done = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => desk.Citizen.Post($"{desk.Path}/uploads/{upload}/completion", null)));

        Assert.Contains(done, answer => answer.Status == 201);
        (await desk.Citizen.Post($"{desk.Path}/uploads/{upload}/completion", null)).Is(201);
        Assert.Equal(1, await desk.Attached());
        Assert.Equal(before + 1, desk.StoredFiles());
        Assert.Equal("upload-ended", (await desk.Part(upload, 1, parts[0])).Is(409).ProblemType);
    }

    [Fact]
    public async Task A_part_has_its_length_and_its_number()
    {
        var desk = await PhotoDesk.Of(city);
        var (upload, parts) = await Start(desk, 3);

        Assert.Equal("upload-part-size", (await desk.Part(upload, 1, parts[0][1..])).Is(400).ProblemType);
        Assert.Equal("upload-part-size", (await desk.Part(upload, 1, [.. parts[0], 0])).Is(400).ProblemType);
        (await desk.Part(upload, 0, parts[0])).Is(404);
        (await desk.Part(upload, 4, parts[0])).Is(404);
        (await desk.Citizen.Post($"{desk.Path}/uploads", new { size = 10_485_761, parts = 1 })).Is(400);
        (await desk.Citizen.Post($"{desk.Path}/uploads", new { size = 2, parts = 3 })).Is(400);
    }

    [Fact]
    public async Task A_part_that_is_refused_before_it_is_read_leaves_its_connection_in_order()
    {
        var desk = await PhotoDesk.Of(city);
        var (upload, parts) = await Start(desk, 3);
        using var client = new TcpClient(city.Processes.Gateway.Host, city.Processes.Gateway.Port);
        using var answers = new StreamReader(client.GetStream());
        var head = $"Host: {city.Processes.Gateway.Authority}\r\nAuthorization: Bearer {await city.Processes.Tokens.Citizen(desk.Citizen.Subject)}\r\n";

        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"PUT {desk.Path}/uploads/{upload}/parts/4 HTTP/1.1\r\n{head}Content-Length: {parts[0].Length}\r\n\r\nbegun"));
        Assert.Equal("HTTP/1.1 404 Not Found", await answers.ReadLineAsync());
        await client.GetStream().WriteAsync(parts[0].AsMemory("begun".Length));
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"GET {desk.Path} HTTP/1.1\r\n{head}Connection: close\r\n\r\n"));

        Assert.Contains("HTTP/1.1 200 OK", await answers.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_else_sees_or_feeds_it_and_five_are_open_at_most()
    {
        var desk = await PhotoDesk.Of(city);
        var neighbour = await city.Citizen();
        var (upload, parts) = await Start(desk, 3);

        (await neighbour.Get($"{desk.Path}/uploads/{upload}")).Is(404);
        (await neighbour.Send(HttpMethod.Put, $"{desk.Path}/uploads/{upload}/parts/1", new ByteArrayContent(parts[0]), [])).Is(404);
        (await neighbour.Post($"{desk.Path}/uploads/{upload}/completion", null)).Is(404);
        (await neighbour.Post($"{desk.Path}/uploads", new { size = 100, parts = 1 })).Is(404);
        for (var nr = 2; nr <= 5; nr++) await Start(desk, 3);
        Assert.Equal("too-many-uploads", (await desk.Citizen.Post($"{desk.Path}/uploads", new { size = 100, parts = 1 })).Is(409).ProblemType);
    }

    private static async Task<(string Upload, byte[][] Parts)> Start(PhotoDesk desk, int parts)
    {
        var started = (await desk.Citizen.Post($"{desk.Path}/uploads", new { size = Video.Length, parts })).Is(201);
        return (started.Id, [.. Video.Chunk(started["partSize"].GetValue<int>())]);
    }
}
