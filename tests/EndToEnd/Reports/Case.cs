using System.Text.Json.Nodes;

namespace Ecosystem.EndToEnd.Reports;

/// <summary>One report as its reporter and the units know it.</summary>
internal sealed record Case(City City, Api Reporter, string Id, string Code)
{
    public string Path => $"/v1/reports/{Id}";

    /// <summary>A new report, which the People's Committee of a commune has.</summary>
    public static async Task<Case> Submitted(City city, string commune = City.CuaNam, object? body = null)
    {
        var reporter = await city.Citizen();
        var receipt = (await reporter.Post("/v1/reports", body ?? new { category = "lighting", text = "Đèn đường trước nhà hỏng đã ba ngày, rất tối.", commune })).Is(201);
        return new(city, reporter, receipt.Id, receipt["code"].GetValue<string>());
    }

    /// <summary>A step of an official in charge.</summary>
    public async Task<Answer> By(string unit, string step, object? body = null, string role = "officer") =>
        await (await City.Official(unit, role, $"official-of-{unit}")).Post($"{Path}/{step}", body);

    public async Task<Answer> Told(string step, object? body = null) => await Reporter.Post($"{Path}/{step}", body);

    public async Task<JsonNode> Shown() => (await Reporter.Get(Path)).Is(200).Json;

    public async Task<string> Status() => Text(await Shown(), "status");

    /// <summary>Waits until the reporter's inbox holds these templates, newest last, and nothing else.</summary>
    public async Task Heard(params string[] templates)
    {
        string[] heard = [];
        await Eventually.Holds(async () => (heard = [.. ((await Reporter.Get("/v1/inbox")).Is(200)["items"].AsArray()).Select(message => Text(message!, "template")).Reverse()]).Length >= templates.Length, $"{templates.Length} messages");
        Assert.Equal(templates.Order(), heard.Order());
    }

    public static string Text(JsonNode node, string member) => node[member]!.GetValue<string>();
}
