using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Ecosystem.Local;

/// <summary>The management API of one node, as its administrator.</summary>
public sealed class RabbitManagement
{
    public RabbitManagement(Workspace workspace, int node)
    {
        Http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{workspace.Ports.RabbitManagement(node)}/api/"), Timeout = TimeSpan.FromSeconds(10) };
        var login = $"{PrivateRabbit.Administrator}:{workspace.Password("rabbit-administrator")}";
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes(login)));
    }

    public HttpClient Http { get; }

    public async Task<bool> IsReady(CancellationToken ct)
    {
        try
        {
            using var answer = await Http.GetAsync("health/checks/virtual-hosts", ct);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>A vhost that the services' user may use, e.g. a fresh one for each run of the tests.</summary>
    public async Task CreateVhost(string name, CancellationToken ct = default)
    {
        var everything = new { configure = ".*", write = ".*", read = ".*" };
        await Put($"vhosts/{name}", new { }, ct);
        await Put($"permissions/{name}/{PrivateRabbit.User}", everything, ct);
        await Put($"permissions/{name}/{PrivateRabbit.Administrator}", everything, ct);
    }

    public async Task DeleteVhost(string name, CancellationToken ct = default)
    {
        using var answer = await Http.DeleteAsync($"vhosts/{name}", ct);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>A queue as the node describes it: <c>messages</c>, <c>leader</c>, <c>online</c>.</summary>
    public Task<JsonElement> Queue(string vhost, string queue, CancellationToken ct = default) =>
        Http.GetFromJsonAsync<JsonElement>($"queues/{vhost}/{queue}", ct);

    public Task<JsonElement> Connections(string vhost, CancellationToken ct = default) =>
        Http.GetFromJsonAsync<JsonElement>($"vhosts/{vhost}/connections", ct);

    private async Task Put(string path, object body, CancellationToken ct)
    {
        using var answer = await Http.PutAsJsonAsync(path, body, ct);
        answer.EnsureSuccessStatusCode();
    }
}
