using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Ecosystem.EndToEnd.Desk;

/// <summary>Debian's Chromium without a window, spoken to by its own protocol: a telephone's width cannot be had by its window.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private readonly Process process;
    private readonly string profile = Directory.CreateTempSubdirectory("chromium").FullName;
    private readonly ClientWebSocket socket = new();
    private int calls;

    private Chromium() => process = Process.Start(new ProcessStartInfo(
        "chromium", ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--lang=vi", "--remote-debugging-port=0", $"--user-data-dir={profile}", "about:blank"])
    { RedirectStandardError = true, RedirectStandardOutput = true })!;

    public static async Task<Chromium> Start()
    {
        var browser = new Chromium();
        browser.process.BeginErrorReadLine();
        browser.process.BeginOutputReadLine();
        var file = Path.Combine(browser.profile, "DevToolsActivePort");
        await Eventually.Holds(() => Task.FromResult(File.Exists(file) && File.ReadAllLines(file).Length > 1), "Chromium can be spoken to", TimeSpan.FromSeconds(60));
        using var http = new HttpClient { BaseAddress = new($"http://127.0.0.1:{File.ReadAllLines(file)[0]}") };
        await Eventually.Holds(async () => JsonNode.Parse(await http.GetStringAsync("/json/list"))!.AsArray().Any(IsPage), "Chromium has a page");
        var page = JsonNode.Parse(await http.GetStringAsync("/json/list"))!.AsArray().First(IsPage)!;
        await browser.socket.ConnectAsync(new(page["webSocketDebuggerUrl"]!.ToString()), default);
        return browser;
    }

    public Task Width(int pixels) => Call("Emulation.setDeviceMetricsOverride", new() { ["width"] = pixels, ["height"] = 800, ["deviceScaleFactor"] = 1, ["mobile"] = pixels < 600 });

    public async Task Cookies(Uri address, string header)
    {
        foreach (var cookie in header.Split("; ", StringSplitOptions.RemoveEmptyEntries).Select(one => one.Split('=', 2)))
            await Call("Network.setCookie", new() { ["url"] = address.ToString(), ["name"] = cookie[0], ["value"] = cookie[1] });
    }

    /// <summary>Opens a page and waits until it and its scripts are there.</summary>
    public async Task Open(Uri address)
    {
        await Call("Page.navigate", new() { ["url"] = address.ToString() });
        await Eventually.Holds(async () => (await Say("location.href + ' ' + document.readyState")).EndsWith(" complete", StringComparison.Ordinal) && (await Say("location.href")) != "about:blank", $"{address} is shown");
    }

    /// <summary>What a script says, as text.</summary>
    public async Task<string> Say(string script) =>
        (await Call("Runtime.evaluate", new() { ["expression"] = $"String({script})", ["returnByValue"] = true }))["result"]?["result"]?["value"]?.ToString() ?? "";

    /// <summary>Chooses a file in a field, as a person does.</summary>
    public async Task Choose(string field, string file)
    {
        var page = (await Call("DOM.getDocument", []))["result"]!["root"]!["nodeId"]!.GetValue<int>();
        var node = (await Call("DOM.querySelector", new() { ["nodeId"] = page, ["selector"] = field }))["result"]!["nodeId"]!.GetValue<int>();
        await Call("DOM.setFileInputFiles", new() { ["files"] = new JsonArray(file), ["nodeId"] = node });
    }

    /// <summary>The whole page as a picture, to look at.</summary>
    public async Task Picture(string file) =>
        await File.WriteAllBytesAsync(file, Convert.FromBase64String((await Call("Page.captureScreenshot", new() { ["captureBeyondViewport"] = true }))["result"]!["data"]!.ToString()));

    public async Task Press(string key) =>
        await Task.WhenAll(Call("Input.dispatchKeyEvent", new() { ["type"] = "keyDown", ["key"] = key, ["code"] = key, ["windowsVirtualKeyCode"] = key == "Tab" ? 9 : 13 }));

    public async ValueTask DisposeAsync()
    {
        socket.Dispose();
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(profile, recursive: true);
    }

    private static bool IsPage(JsonNode? target) => target!["type"]!.ToString() == "page";

    private async Task<JsonNode> Call(string method, JsonObject parameters)
    {
        var id = ++calls;
        await socket.SendAsync(Encoding.UTF8.GetBytes(new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters }.ToJsonString()), WebSocketMessageType.Text, true, default);
        while (true)
        {
            var said = await Receive();
            if (said["id"]?.GetValue<int>() == id) return said;
        }
    }

    private async Task<JsonNode> Receive()
    {
        using var whole = new MemoryStream();
        var buffer = new byte[64 * 1024];
        WebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer, default);
            whole.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);
        return JsonNode.Parse(whole.ToArray())!;
    }
}
