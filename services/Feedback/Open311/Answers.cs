using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Ecosystem.Feedback.Open311;

// Names and order are the standard's: https://wiki.open311.org/GeoReport_v2

public sealed record Fault(
    [property: JsonPropertyName("code"), Description("Mostly the HTTP status.")] int Code,
    [property: JsonPropertyName("description"), Description("For people.")] string Description);

public sealed record Service(
    [property: JsonPropertyName("service_code"), Description("Goes into `service_code` of a request: a category's code.")] string Code,
    [property: JsonPropertyName("service_name"), Description("In the caller's language.")] string Name,
    [property: JsonPropertyName("description"), Description("What it is about.")] string Description,
    [property: JsonPropertyName("metadata"), Description("Whether there is a definition with attributes.")] bool Metadata,
    [property: JsonPropertyName("type"), Description("realtime: the id comes at once.")] string Type,
    [property: JsonPropertyName("keywords"), Description("Separated by commas.")] string Keywords,
    [property: JsonPropertyName("group"), Description("Kind of the organisations in charge.")] string Group);

public sealed record Definition(
    [property: JsonPropertyName("service_code"), Description("The category's code.")] string Code,
    [property: JsonPropertyName("attributes"), Description("What can be told beside the standard's fields.")] IReadOnlyList<Attribute> Attributes);

public sealed record Attribute(
    [property: JsonPropertyName("variable"), Description("Whether it takes a value.")] bool Variable,
    [property: JsonPropertyName("code"), Description("Goes into `attribute[code]`.")] string Code,
    [property: JsonPropertyName("datatype"), Description("string or singlevaluelist.")] string Datatype,
    [property: JsonPropertyName("required"), Description("Whether a request without it is refused.")] bool Required,
    [property: JsonPropertyName("datatype_description"), Description("How the value is written; null where that is plain.")] string? DatatypeDescription,
    [property: JsonPropertyName("order"), Description("Place in a form, from 1.")] int Order,
    [property: JsonPropertyName("description"), Description("What is asked, in the caller's language.")] string Description,
    [property: JsonPropertyName("values"), Description("What may be chosen.")] IReadOnlyList<Choice> Values);

public sealed record Choice(
    [property: JsonPropertyName("key"), Description("The value to send.")] string Key,
    [property: JsonPropertyName("name"), Description("The value as people know it.")] string Name);

public sealed record Posted(
    [property: JsonPropertyName("service_request_id"), Description("The report's id.")] string Id,
    [property: JsonPropertyName("service_notice"), Description("What happens now, with the tracking code.")] string Notice,
    [property: JsonPropertyName("account_id"), Description("Always null: accounts are the issuer's matter.")] string? Account = null);

public sealed record Exchanged(
    [property: JsonPropertyName("service_request_id"), Description("The report's id.")] string Id,
    [property: JsonPropertyName("token"), Description("As it was asked for.")] string Token);

public sealed record Discovery(
    [property: JsonPropertyName("changeset"), Description("When this document changed last.")] string Changeset,
    [property: JsonPropertyName("contact"), Description("Whom to ask.")] string Contact,
    [property: JsonPropertyName("key_service"), Description("How to get a key.")] string KeyService,
    [property: JsonPropertyName("endpoints"), Description("The servers that there are.")] IReadOnlyList<Endpoint> Endpoints);

public sealed record Endpoint(
    [property: JsonPropertyName("specification"), Description("The standard.")] string Specification,
    [property: JsonPropertyName("url"), Description("Where its addresses begin.")] string Url,
    [property: JsonPropertyName("changeset"), Description("When it changed last.")] string Changeset,
    [property: JsonPropertyName("type"), Description("production.")] string Type,
    [property: JsonPropertyName("formats"), Description("Media types.")] IReadOnlyList<string> Formats);
