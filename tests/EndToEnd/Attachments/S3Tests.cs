using System.Net;
using System.Text;
using Ecosystem.EndToEnd.Faults;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Attachments;
using Ecosystem.Feedback.Attachments.Storage;
using Ecosystem.UnitTests.Feedback.Attachments;
using Microsoft.Extensions.Logging.Abstractions;

namespace Ecosystem.EndToEnd.Attachments;

/// <summary>Attachments in a bucket of a server that speaks S3.</summary>
[Collection<BesideTheCity>]
public sealed class S3Tests(City city) : IAsyncLifetime
{
    private readonly S3Server server = new();

    public async ValueTask InitializeAsync() => await server.Start();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task A_bucket_keeps_gives_and_forgets_and_says_when_it_cannot()
    {
        var (name, bytes, ct) = ($"{Guid.NewGuid():N}", Encoding.UTF8.GetBytes("tệp đính kèm"), TestContext.Current.CancellationToken);
        using var bucket = Bucket();

        for (var n = 0; n < 2; n++) await bucket.Write(name, bytes, ct);
        Assert.Equal(bytes, await bucket.Read(name, ct));
        Assert.Equal(1, server.Count);
        await bucket.Write("large", new byte[AddAttachment.MostBytes], ct);
        Assert.Equal(AddAttachment.MostBytes, (await bucket.Read("large", ct))!.Length);
        Assert.Null(await bucket.Read("nothing", ct));
        for (var n = 0; n < 2; n++) await bucket.Delete(name);
        Assert.Null(await bucket.Read(name, ct));

        foreach (var wrong in (S3Settings[])[Settings() with { AccessKey = "nobody" }, Settings() with { Bucket = "elsewhere" }])
        {
            using var closed = Bucket(wrong);
            await Away(() => closed.Write("half", bytes, ct));
            await Away(() => closed.Read("large", ct));
        }

        server.Kill();
        await Away(() => bucket.Write("half", bytes, ct));
        await Away(() => bucket.Read("large", ct));
        await Away(() => bucket.Delete("large"));
        await server.Start();
        Assert.Null(await bucket.Read("half", ct));
        Assert.Equal(1, server.Count);
    }

    [Fact]
    public async Task Attachments_go_to_the_bucket_and_nothing_is_half_stored_while_it_is_away()
    {
        Repair.NeedsOwnServers(city);
        await using var town = new SmallCity(city, await city.Servers.Separate($"s3{Guid.NewGuid():N}"[..12]), Places.BesideTheCity, server.Settings);
        await town.Start("gateway", "feedback");
        await town.Introduce();
        var citizen = await town.Citizen();
        var path = $"/v1/reports/{(await citizen.Post("/v1/reports", Bodies.Report())).Is(201).Id}/attachments";
        Task<Answer> Attach(string inside) => citizen.Send(HttpMethod.Post, path, PhotoDesk.Form(Samples.Pdf(inside), "a.pdf", "application/pdf"), []);

        for (var n = 0; n < 2; n++) (await Attach("/A")).Is(201);
        var link = $"{Assert.Single((await citizen.Get(path)).Is(200)["items"].AsArray())!["url"]}";
        Assert.Equal(1, server.Count);
        Assert.Contains("/A", (await citizen.Get(link)).Is(200).Text, StringComparison.Ordinal);

        server.Kill();
        Assert.Equal("attachment-store-unavailable", (await Attach("/B")).Is(503).ProblemType);
        Assert.Equal("attachment-store-unavailable", (await citizen.Get(link)).Is(503).ProblemType);
        Assert.Single((await citizen.Get(path)).Is(200)["items"].AsArray());
        await server.Start();
        (await Attach("/B")).Is(201);
        Assert.Equal((2, 2), ((await citizen.Get(path)).Is(200)["items"].AsArray().Count, server.Count));
        (await citizen.Get(link)).Is(200);
    }

    private S3Settings Settings() => new(server.Address, "us-east-1", "attachments", "S3RVER", "S3RVER");

    private S3Bucket Bucket(S3Settings? settings = null) => new(settings ?? Settings(), NullLogger<S3Bucket>.Instance);

    private static async Task Away(Func<Task> call) => Assert.Equal((AttachmentProblems.StoreAway, (int)HttpStatusCode.ServiceUnavailable), ((await Assert.ThrowsAsync<Refused>(call)).Problem, AttachmentProblems.StoreAway.Status));
}
