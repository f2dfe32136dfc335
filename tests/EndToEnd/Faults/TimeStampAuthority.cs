using Ecosystem.Local;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Ecosystem.EndToEnd.Faults;

/// <summary>An authority that stamps the time (RFC 3161): openssl with certificates of its own, behind HTTP.</summary>
internal sealed class TimeStampAuthority : IAsyncDisposable
{
    private const string Settings = """
        [tsa]
        default_tsa = here
        [here]
        serial = serial
        crypto_device = builtin
        signer_digest = sha256
        default_policy = 1.2.3.4.1
        digests = sha256
        [signer]
        extendedKeyUsage = critical,timeStamping
        """;

    private readonly string folder;
    private readonly WebApplication app;

    private TimeStampAuthority(string folder, WebApplication app) => (this.folder, this.app) = (folder, app);

    /// <summary>What those trust who trust this authority.</summary>
    public string Certificates => Path.Combine(folder, "ca.pem");

    /// <param name="address">Where it listens; anything else is somebody else's.</param>
    public static async Task<TimeStampAuthority> Open(Uri address)
    {
        var folder = Directory.CreateTempSubdirectory("tsa-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "tsa.cnf"), Settings);
        await File.WriteAllTextAsync(Path.Combine(folder, "serial"), "01");
        await OpenSsl(folder, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", "/CN=A root", "-keyout", "ca.key", "-out", "ca.pem");
        await OpenSsl(folder, "req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", "/CN=An authority", "-keyout", "tsa.key", "-out", "tsa.csr");
        await OpenSsl(folder, "x509", "-req", "-in", "tsa.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-extfile", "tsa.cnf", "-extensions", "signer", "-out", "tsa.pem");
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(address.AbsoluteUri);
        builder.Logging.ClearProviders();
        var authority = new TimeStampAuthority(folder, builder.Build());
        authority.app.Run(authority.Answer);
        await authority.app.StartAsync();
        return authority;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task Answer(HttpContext http)
    {
        Assert.Equal("application/timestamp-query", http.Request.ContentType);
        var (query, reply) = (Path.Combine(folder, $"{http.TraceIdentifier}.tsq"), Path.Combine(folder, $"{http.TraceIdentifier}.tsr"));
        await using (var file = File.Create(query)) await http.Request.Body.CopyToAsync(file);
        await OpenSsl(folder, "ts", "-reply", "-config", "tsa.cnf", "-queryfile", query, "-signer", "tsa.pem", "-inkey", "tsa.key", "-out", reply);
        http.Response.ContentType = "application/timestamp-reply";
        await http.Response.SendFileAsync(reply);
    }

    private static Task OpenSsl(string folder, params string[] arguments) => new Command("openssl", arguments) { Directory = folder }.Run(default);
}
