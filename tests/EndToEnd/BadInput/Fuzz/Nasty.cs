using System.Text.Json.Nodes;

namespace Ecosystem.EndToEnd.BadInput.Fuzz;

/// <summary>What programs tend to stumble over.</summary>
internal static class Nasty
{
    public static readonly string[] Texts =
    [
        "", " ", "\0", "a\0b", "\r\n", "\t", "\u001b[2J", "\u007f", "\u0085", "\u2028", "\uFEFF", "\uFFFE", "\uFFFF", "\u202e", "%", "%00", "_", "\\", "\"", "'", "'; drop table mt_events; --", "{{7*7}}", "${jndi:x}", "../../etc/passwd", "null", "undefined",
        "NaN", "Infinity", "-1", "0", "1e999", "0x7f", "true", "[]", "{}", "$type", "__proto__", "ế", "e\u0302\u0301", "Cu\u031b\u0309a Nam", "ƯỜ", "İ", "ß", "ﷺ", "😀", "👨‍👩‍👧‍👦", "🇻🇳", new('a', 5000), new('ế', 300_000), "a" + new string('\u0301', 3000),
        "9999-12-31T23:59:59.9999999Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59.9999999-14:00", "2026-02-30", "2027-06-30T17:00:00", "2027-06-30T17:00:00+07:00", "24:00", "00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff",
        "00082", "0", "01.00082.MTTQ", "01.MTTQ", "99.99999.UBND", "an@example.vn", "@", "a@b", "+84912345678", "H-1",
    ];

    /// <summary>JSON as it stands in a body, also such that no serialiser would write.</summary>
    public static readonly string[] Values =
    [
        "null", "true", "false", "0", "-0", "-1", "1", "5", "50", "1.5", "1e400", "-1e400", "1E+2", "2147483647", "2147483648", "-2147483649", "9223372036854775807", "9223372036854775808", "79228162514264337593543950336", "0.1e-400", "01", "NaN", "+1", "\"\"", "\"5\"",
        "\"\\u0000\"", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\uZZZZ\"", "\"\\x\"", "\"unfinished", "'single'", "[]", "{}", "[null]", "[[[]]]", "[{}]", "{\"a\":{\"a\":{}}}", "{\"$type\":\"System.Object\"}", "{\"$ref\":\"#\"}", "[1,2,", "undefined", "/**/1",
        new string('[', 40) + new string(']', 40), new string('[', 50_000), "[" + string.Join(',', Enumerable.Repeat("\"VNeID\"", 5000)) + "]", "\"" + new string('x', 200_000) + "\"", new string('9', 5000),
    ];

    public static readonly string[] ContentTypes =
        ["text/plain", "text/csv", "application/xml", "application/json; charset=utf-16", "application/json; charset=", "application/json; charset=utf-8; charset=x", "application/x-www-form-urlencoded", "multipart/form-data", "application/problem+json", "*/*", "a", "/", ";", "application/json;;;"];

    public static readonly (string Name, string[] Values)[] Headers =
    [
        ("Idempotency-Key", ["a", "b", "key with space", new('k', 300), "\u007f", "~"]),
        ("If-Match", ["\"1\"", "\"2\"", "\"99\"", "*", "W/\"1\"", "1", "\"-1\"", "\"9223372036854775807\""]),
        ("Min-Position", ["0", "1", "abc", "-1", "99999999999999999999"]),
        ("Last-Event-ID", ["0", "1", "x", "-1", "9223372036854775807"]),
        ("Accept-Language", ["en", "vi", "*", ";;;", "en;q=abc", new('x', 2000)]),
        ("Accept", ["text/html", "*", "///"]),
        ("traceparent", ["00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", "00-0-0-0", "x"]),
        ("Range", ["bytes=0-1", "x"]),
        ("X-HTTP-Method-Override", ["DELETE"]),
        ("Content-Encoding", ["gzip", "x"]),
    ];

    public static JsonNode? Some(Random random) => random.Next(4) switch
    {
        0 => JsonValue.Create(Texts[random.Next(Texts.Length)]),
        1 => JsonValue.Create(random.Next(-5, 500)),
        2 => new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(_ => Some(random))]),
        _ => random.Next(2) == 0 ? null : new JsonObject { [Texts[random.Next(Texts.Length)]] = random.Next() },
    };
}
