using System.Text.Json.Nodes;

namespace Ecosystem.Feedback.Desk;

/// <summary>What the API did not take, and the form as it was.</summary>
internal sealed record Refusal(int Status, JsonNode? Problem, IFormCollection Form)
{
    public static readonly object Key = new();

    public static Refusal? Of(HttpContext http) => http.Items[Key] as Refusal;
}
