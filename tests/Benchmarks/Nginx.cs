using Ecosystem.Local;

namespace Ecosystem.Benchmarks;

/// <summary>Debian's nginx as a plain proxy before one service: the yardstick for what a gateway costs.</summary>
internal sealed class Nginx(BackgroundProcess process, Uri address) : IAsyncDisposable
{
    private const string Program = "/usr/sbin/nginx";

    public Uri Address => address;

    /// <returns>Null where nginx is not installed.</returns>
    public static async Task<Nginx?> Start(Workspace workspace, Uri service)
    {
        if (!File.Exists(Program)) return null;
        var (folder, port) = (workspace.Folder("nginx"), workspace.Ports.Base + 30);
        await File.WriteAllTextAsync(Path.Combine(folder, "nginx.conf"), $$"""
            worker_processes 2; daemon off; pid {{folder}}/pid; error_log {{folder}}/error.log;
            events { worker_connections 1024; }
            http {
              access_log off; client_body_temp_path {{folder}}/body; proxy_temp_path {{folder}}/proxy; fastcgi_temp_path {{folder}}/fastcgi; uwsgi_temp_path {{folder}}/uwsgi; scgi_temp_path {{folder}}/scgi;
              upstream service { server {{service.Authority}}; keepalive 64; }
              server { listen 127.0.0.1:{{port}}; location / { proxy_pass http://service; proxy_http_version 1.1; proxy_set_header Connection ""; } }
            }
            """);
        var process = new BackgroundProcess(workspace, "nginx", new Command(Program, "-p", folder, "-c", Path.Combine(folder, "nginx.conf")) { Directory = folder });
        process.Start();
        await Wait.Until(_ => Task.FromResult(Answers(port)), "nginx listens", TimeSpan.FromSeconds(10), default);
        return new(process, new($"http://127.0.0.1:{port}"));
    }

    public async ValueTask DisposeAsync() => await process.Stop(TimeSpan.FromSeconds(5));

    private static bool Answers(int port)
    {
        using var probe = new System.Net.Sockets.TcpClient();
        try
        {
            probe.Connect("127.0.0.1", port);
            return true;
        }
        catch (System.Net.Sockets.SocketException)
        {
            return false;
        }
    }
}
