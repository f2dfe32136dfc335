using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ecosystem.Gateway.CallLog;

/// <summary>One request and its answer as the log keeps them: who asked for what, what came of it, and what proves the bytes. No personal data.</summary>
/// <param name="Id">Also told to the caller, as <c>X-Message-Id</c>.</param>
/// <param name="At">When the request came, UTC.</param>
/// <param name="Kind">citizen, official, system or anonymous; sandbox for whoever had a token for that.</param>
/// <param name="Client">A partner's client id or an official's subject; of a citizen a keyed hash.</param>
/// <param name="Scopes">What a refused caller was allowed to do; null for the others.</param>
/// <param name="Route">The route's pattern; the path itself may name a person's thing.</param>
/// <param name="Problem">Why it was refused: the problem's type.</param>
/// <param name="Missing">The scope that the caller would have needed.</param>
/// <param name="Milliseconds">From the first byte of the request to the last of the answer.</param>
/// <param name="RequestHash">SHA-256, base64, of "METHOD target\n" and the body's bytes as they came.</param>
/// <param name="ResponseHash">SHA-256, base64, of the answer's body.</param>
/// <param name="Behalf">Whom the caller says it acts for.</param>
public sealed record Call(
    Guid Id, DateTimeOffset At, string Kind, string Client, string? Organisation, string? Scopes, string Method, string Route, string? Service,
    int Status, string? Problem, string? Missing, int Milliseconds, long RequestBytes, string RequestHash, long ResponseBytes, string ResponseHash,
    string TraceId, string? RequestId, Delegation? Behalf)
{
    /// <summary>The rule behind a refusal that told the caller less. No part of the text, which a partner may see.</summary>
    [JsonIgnore]
    public string? Rule { get; init; }

    /// <summary>The text that is stored and hashed; a proof shows exactly this.</summary>
    public string Text() => JsonSerializer.Serialize(this, CallJson.Default.Call);

    public static byte[] Hash(string text) => SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text));
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Call))]
internal sealed partial class CallJson : JsonSerializerContext;
