using System.Text.Json;
using System.Xml.Linq;

namespace Ecosystem.EndToEnd.Open311;

/// <summary>
/// A client of GeoReport v2 written from the standard's text alone: addresses, field names, types and errors are what the text says.
/// It reads both formats and holds every answer against the text.
/// </summary>
internal sealed class GeoReportClient(Uri server, string? key, string format)
{
    private static readonly string[] RequestFields =
    [
        "service_request_id", "status", "status_notes", "service_name", "service_code", "description", "agency_responsible", "service_notice", "requested_datetime",
        "updated_datetime", "expected_datetime", "address", "address_id", "zipcode", "lat", "long", "media_url",
    ];

    private readonly Api api = new(server, key, "georeport");

    public async Task<List<Dictionary<string, string>>> Services()
    {
        var services = Items(await Get("services"), "services", "service");
        Assert.All(services, service => Assert.Equal(["description", "group", "keywords", "metadata", "service_code", "service_name", "type"], service.Keys.Order()));
        Assert.All(services, service => Assert.Contains(service["type"], (string[])["realtime", "batch", "blackbox"]));
        Assert.All(services, service => Assert.Contains(service["metadata"], (string[])["true", "false"]));
        return services;
    }

    /// <summary>Codes of the attributes, with the keys that may be chosen.</summary>
    public async Task<Dictionary<string, string[]>> Definition(string code)
    {
        var answer = (await Get($"services/{code}")).Is(200);
        if (format == "json")
        {
            Assert.Equal(code, answer["service_code"].GetValue<string>());
            return answer["attributes"].AsArray().ToDictionary(attribute => $"{attribute!["code"]}", attribute => attribute!["values"]!.AsArray().Select(value => $"{value!["key"]}").ToArray());
        }

        var definition = XDocument.Parse(answer.Text).Root!;
        Assert.Equal("service_definition", definition.Name);
        Assert.Equal(code, definition.Element("service_code")!.Value);
        return definition.Element("attributes")!.Elements("attribute").ToDictionary(attribute => attribute.Element("code")!.Value, attribute => attribute.Element("values")!.Elements("value").Select(value => value.Element("key")!.Value).ToArray());
    }

    public Task<Answer> TryPost(params (string Name, string Value)[] fields) =>
        api.Send(HttpMethod.Post, $"/open311/v2/requests.{format}", new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))), []);

    public async Task<string> Post(params (string Name, string Value)[] fields)
    {
        var posted = Assert.Single(Items(await TryPost(fields), "service_requests", "request"));
        Assert.Equal(["account_id", "service_notice", "service_request_id"], posted.Keys.Order());
        return posted["service_request_id"];
    }

    public async Task<List<Dictionary<string, string>>> Requests(string query = "")
    {
        var requests = Items(await Get("requests", query), "service_requests", "request");
        Assert.All(requests, Check);
        return requests;
    }

    public async Task<Dictionary<string, string>> Request(string id)
    {
        var request = Assert.Single(Items(await Get($"requests/{id}"), "service_requests", "request"));
        Check(request);
        return request;
    }

    public async Task<Dictionary<string, string>> Token(string token) => Assert.Single(Items(await Get($"tokens/{token}"), "service_requests", "request"));

    public Task<Answer> Get(string what, string query = "") => api.Get($"/open311/v2/{what}.{format}{query}");

    /// <summary>What is wrong, by the standard's list of errors.</summary>
    public string[] Errors(Answer refused, int status)
    {
        refused.Is(status);
        var errors = Items(refused with { Status = 200 }, "errors", "error");
        Assert.NotEmpty(errors);
        Assert.All(errors, error => Assert.Equal($"{status}", error["code"]));
        return [.. errors.Select(error => error["description"])];
    }

    private static void Check(Dictionary<string, string> request)
    {
        Assert.Equal(RequestFields.Order(), request.Keys.Order());
        Assert.Contains(request["status"], (string[])["open", "closed"]);
        foreach (var time in (string[])["requested_datetime", "updated_datetime"]) Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$", request[time]);
    }

    private List<Dictionary<string, string>> Items(Answer answer, string root, string item)
    {
        answer.Is(200);
        Assert.Equal(format == "json" ? "application/json; charset=utf-8" : "text/xml; charset=utf-8", answer.Headers["Content-Type"]);
        if (format == "json") return [.. answer.Json.AsArray().Select(one => one!.AsObject().ToDictionary(field => field.Key, field => Text(field.Value)))];
        Assert.StartsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>", answer.Text, StringComparison.Ordinal);
        var document = XDocument.Parse(answer.Text).Root!;
        Assert.Equal(root, document.Name);
        Assert.All(document.Elements(), element => Assert.Equal(item, element.Name));
        return [.. document.Elements().Select(one => one.Elements().ToDictionary(field => field.Name.LocalName, field => field.Value))];
    }

    private static string Text(System.Text.Json.Nodes.JsonNode? value) => value is null ? "" : value.GetValueKind() is JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();
}
