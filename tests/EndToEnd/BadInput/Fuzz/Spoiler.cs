using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ecosystem.EndToEnd.BadInput.Fuzz;

/// <summary>Bodies from fitting to hopeless.</summary>
internal sealed class Spoiler(Values values)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public byte[] Body(Operation operation, Random random)
    {
        if (operation.BodyType == "text/csv") return Csv(random);
        var body = operation.Body is { } schema ? values.Fitting(operation, "", schema, random) : Nasty.Some(random);
        for (var times = random.Next(4); times > 0 && body is JsonObject members; times--) Spoil(members, random);
        return Spoil(Encoding.UTF8.GetBytes(Raw(body?.ToJsonString(Json) ?? "null", random)), random);
    }

    private static void Spoil(JsonObject members, Random random)
    {
        var name = members.Count == 0 ? "a" : members.ElementAt(random.Next(members.Count)).Key;
        if (members.Count > 0 && members[name] is JsonObject inner && random.Next(2) == 0) Spoil(inner, random);
        else if (members.Count > 0 && members[name] is JsonArray { Count: > 0 } items && items[0] is JsonObject first && random.Next(2) == 0) Spoil(first, random);
        else if (random.Next(6) == 0) members.Remove(name);
        else if (random.Next(6) == 0) members[Nasty.Texts[random.Next(Nasty.Texts.Length)]] = Nasty.Some(random);
        else members[name] = random.Next(2) == 0 ? JsonValue.Create(Nasty.Texts[random.Next(Nasty.Texts.Length)]) : Nasty.Some(random);
    }

    /// <summary>Now and then a value that no serialiser would write, or another member of the same name.</summary>
    private static string Raw(string json, Random random)
    {
        var colon = json.IndexOf(':', random.Next(json.Length));
        return colon < 0 ? json : random.Next(8) switch
        {
            0 => $"{json[..(colon + 1)]}{Nasty.Values[random.Next(Nasty.Values.Length)]}{(json.IndexOf(',', colon) is > 0 and var comma ? json[comma..] : "}")}",
            1 => $"{json[..^1]},{json[1..]}",
            _ => json,
        };
    }

    private static byte[] Spoil(byte[] body, Random random)
    {
        var at = random.Next(body.Length + 1);
        switch (random.Next(20))
        {
            case 0: return body[..at];
            case 1: return [.. body[..at], (byte)random.Next(128, 256), .. body[at..]];
            case 2: return [.. body, .. body];
            case 3: random.NextBytes(body); return body;
            case 4: return [.. body, .. new byte[random.Next(1, 1 << 19)]];
            case 5: return [];
            default: return body;
        }
    }

    /// <summary>Always with a wrong line: a list that is accepted would change the country for all other tests.</summary>
    private static byte[] Csv(Random random)
    {
        string[] columns = ["01", "00082", "99", "Cửa Nam", "Phường", "phuong", "tinh", "thanh_pho", "xa", "", .. Nasty.Texts];
        var lines = Enumerable.Range(0, random.Next(20)).Select(_ => string.Join(',', Enumerable.Range(0, random.Next(3, 6)).Select(_ => columns[random.Next(columns.Length)])));
        return Spoil(Encoding.UTF8.GetBytes($"{(random.Next(4) > 0 ? "code,name,type,province_code" : "x")}\nwrong\n{string.Join('\n', lines)}"), random);
    }
}
