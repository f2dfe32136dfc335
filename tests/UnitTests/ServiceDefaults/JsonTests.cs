using System.Text.Json;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.UnitTests.ServiceDefaults;

public class JsonTests
{
    private static readonly JsonSerializerOptions Options = Json.Configure(new(JsonSerializerDefaults.Web));

    public enum Skill
    {
        None,
        VeryGood,
    }

    public sealed record Visit(string Who, Skill Skill, DateTimeOffset At, int Installed = 0, string? Note = null);

    [Fact]
    public void Text_comes_in_as_NFC() =>
        Assert.Equal("Cửa Nam", Read("""{"who":"Cu\u031b\u0309a Nam","skill":"none","at":"2026-05-01T00:00:00Z"}""").Who);

    [Fact]
    public void Times_go_out_as_UTC_and_Vietnamese_stays_readable() => Assert.Equal(
        """{"who":"Cửa Nam","skill":"veryGood","at":"2026-04-30T17:00:00Z","installed":5,"note":null}""",
        JsonSerializer.Serialize(Read("""{"who":"Cửa Nam","skill":"veryGood","at":"2026-05-01T00:00:00+07:00","installed":5}"""), Options));

    [Theory]
    [InlineData("""{"who":"a","skill":"none","at":"2026-05-01T00:00:00Z","hidden":1}""")]
    [InlineData("""{"who":"a","who":"b","skill":"none","at":"2026-05-01T00:00:00Z"}""")]
    [InlineData("""{"Who":"a","skill":"none","at":"2026-05-01T00:00:00Z"}""")]
    [InlineData("""{"who":"a","skill":"none"}""")]
    [InlineData("""{"who":null,"skill":"none","at":"2026-05-01T00:00:00Z"}""")]
    [InlineData("""{"who":1,"skill":"none","at":"2026-05-01T00:00:00Z"}""")]
    [InlineData("""{"who":"a","skill":null,"at":"2026-05-01T00:00:00Z"}""")]
    [InlineData("""{"who":"a","skill":1,"at":"2026-05-01T00:00:00Z"}""")]
    [InlineData("""{"who":"a","skill":"None","at":"2026-05-01T00:00:00Z"}""")]
    [InlineData("""{"who":"a","skill":"none, veryGood","at":"2026-05-01T00:00:00Z"}""")]
    [InlineData("""{"who":"a","skill":"none","at":"2026-05-01T00:00:00Z","installed":"5"}""")]
    [InlineData("""{"who":"a","skill":"none","at":"2026-05-01T00:00:00Z","installed":1.5}""")]
    [InlineData("""{"who":"a","skill":"none","at":"2026-05-01T00:00:00"}""")]
    [InlineData("""{"who":"a","skill":"none","at":"2026-05-01"}""")]
    [InlineData("""{"who":"a","skill":"none","at":""}""")]
    [InlineData("""{"who":"a","skill":"none","at":5}""")]
    [InlineData("""{"who":"a\u0000","skill":"none","at":"2026-05-01T00:00:00Z"}""")]
    [InlineData("""{"who":"a\ufffe","skill":"none","at":"2026-05-01T00:00:00Z"}""")]
    [InlineData("""{"who":"a\ud800","skill":"none","at":"2026-05-01T00:00:00Z"}""")]
    [InlineData("null,")]
    public void What_is_not_exactly_right_is_refused(string json) => Assert.Throws<JsonException>(() => Read(json));

    [Fact]
    public void Broken_UTF_8_is_refused() =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Visit>([.. "{\"who\":\"a"u8, 0xFF, .. "\",\"skill\":\"none\",\"at\":\"2026-05-01T00:00:00Z\"}"u8], Options));

    [Fact]
    public void Deep_nesting_is_refused() =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<JsonElement>(new string('[', 33) + new string(']', 33), Options));

    private static Visit Read(string json) => JsonSerializer.Deserialize<Visit>(json, Options)!;
}
