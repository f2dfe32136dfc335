using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Ecosystem.Feedback.Open311;

/// <summary>Writes an answer in both formats of the standard: its JSON is the XML without the root ("Spark convention").</summary>
public static class GeoReport
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Dictionary<string, string> OfMany = new()
    {
        ["services"] = "service", ["attributes"] = "attribute", ["values"] = "value", ["service_requests"] = "request", ["errors"] = "error", ["endpoints"] = "endpoint", ["formats"] = "format",
    };

    /// <param name="root">Name of the XML's root element.</param>
    public static IResult Answer<T>(Format format, string root, T what) => Results.Text(Write(format, root, what), format.MediaType, Encoding.UTF8);

    public static string Write<T>(Format format, string root, T what) => format == Format.Xml
        ? $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{Element(root, JsonSerializer.SerializeToNode(what, Json)).ToString(SaveOptions.DisableFormatting)}"
        : JsonSerializer.Serialize(what, Json);

    private static XElement Element(string name, JsonNode? node) => node switch
    {
        JsonArray items => new(name, items.Select(item => Element(OfMany[name], item))),
        JsonObject members => new(name, members.Select(member => Element(member.Key, member.Value))),
        null => new(name),
        var value => new(name, value.ToString()),
    };
}
