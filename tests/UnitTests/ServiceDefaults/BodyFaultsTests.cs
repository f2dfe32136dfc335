using System.ComponentModel.DataAnnotations;
using System.ComponentModel.Design;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.UnitTests.ServiceDefaults;

public sealed class BodyFaultsTests
{
    private const string Missing = "Bắt buộc.", Odd = "Không đúng định dạng.", Unknown = "Trường này không tồn tại.", Twice = "Bị lặp lại.";

    private static readonly JsonSerializerOptions Options = Json.Configure(new(JsonSerializerDefaults.Web) { TypeInfoResolver = new DefaultJsonTypeInfoResolver() });

    public enum Outcome
    {
        Done,
        NotAtHome,
    }

    public sealed record Spot([property: Range(8, 24)] double Latitude, double Longitude);

    [JsonPolymorphic, JsonDerivedType(typeof(Call), "call")]
    public abstract record Contact;

    public sealed record Call(string Number) : Contact;

    public sealed record Visit(
        [property: Text(2, 10)] string Who,
        Outcome Outcome,
        DateTimeOffset At,
        byte Installed = 0,
        Spot? Spot = null,
        Spot[]? Path = null,
        DateOnly? Next = null,
        IReadOnlyDictionary<string, int[]>? Answers = null,
        Contact? Contact = null,
        Period? Open = null);

    public sealed record Period(DateOnly From, [property: SensibleTime] DateOnly To) : IValidatableObject
    {
        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => From > To ? [new ValidationResult("backwards", [nameof(To)])] : [];
    }

    [Theory]
    [InlineData("""{"who":"Lan","outcome":"notAtHome","at":"2026-05-01T00:00:00Z"}""")]
    [InlineData("""{"who":"Lan","outcome":"done","at":"2026-05-01T00:00:00Z","installed":255,"spot":null,"path":[{"latitude":21,"longitude":105}],"next":"2026-06-01","answers":{"odd key":[1]},"contact":{"$type":"call","number":"113"}}""")]
    public void What_is_right_has_no_fault(string json) => Assert.Empty(Faults(json));

    [Fact]
    public void Faults_of_all_kinds_are_told_at_once() => Assert.Equal(
        new() { ["who"] = Missing, ["outcome"] = Odd, ["at"] = Odd, ["installed"] = Odd, ["spot.latitude"] = "Phải từ 8 đến 24.", ["spot.longitude"] = Missing, ["path[1].longitude"] = Odd, ["next"] = Odd, ["answers.rooms[1]"] = Odd, ["hidden"] = Unknown },
        Faults("""
            {"outcome": "ready", "at": "2026-05-01", "installed": 256, "spot": {"latitude": 90}, "path": [{"latitude": 21, "longitude": 105}, {"latitude": 21, "longitude": "105"}],
             "next": "tomorrow", "answers": {"rooms": [1, 1.5]}, "hidden": 1}
            """));

    [Fact]
    public void What_can_be_read_but_is_not_allowed_is_told_too() => Assert.Equal(
        new() { ["who"] = "Phải có từ 2 đến 10 ký tự và không chứa ký tự điều khiển.", ["at"] = Missing },
        Faults("""{"who":"a","outcome":"done"}"""));

    [Fact]
    public void What_does_not_go_together_is_told_once_each_member_is_right()
    {
        Assert.Equal(new() { ["open.to"] = "backwards", ["hidden"] = Unknown, ["outcome"] = Missing, ["at"] = Missing }, Faults("""{"who":"Lan","open":{"from":"2026-05-02","to":"2026-05-01"},"hidden":1}"""));
        Assert.Equal(new() { ["open.to"] = "Phải nằm trong khoảng từ năm 2000 đến năm 2100.", ["outcome"] = Missing, ["at"] = Missing }, Faults("""{"who":"Lan","open":{"from":"2026-05-02","to":"1999-05-01"}}"""));
    }

    [Theory]
    [InlineData("""{"who":null,"outcome":"done","at":"2026-05-01T00:00:00Z"}""", "who", Missing)]
    [InlineData("""{"who":"Lan","outcome":null,"at":"2026-05-01T00:00:00Z"}""", "outcome", Missing)]
    [InlineData("""{"who":"Lan","outcome":"done","at":"2026-05-01T00:00:00Z","at":"2026-05-01T00:00:00Z"}""", "at", Twice)]
    [InlineData("""{"who":"Lan","outcome":"done","at":"2026-05-01T00:00:00Z","answers":{"a":[1],"a":[2]}}""", "answers.a", Twice)]
    [InlineData("""{"who":"Lan","outcome":"done","at":"2026-05-01T00:00:00Z","spot":[]}""", "spot", Odd)]
    [InlineData("""{"who":"Lan","outcome":"done","at":"2026-05-01T00:00:00Z","path":[null,5]}""", "path[1]", Odd)]
    [InlineData("""{"who":"Lan","outcome":"done","at":"2026-05-01T00:00:00Z","contact":{"$type":"mail"}}""", "contact", Odd)]
    [InlineData("""{"who":"Lan","outcome":"done","at":"2026-05-01T00:00:00Z","contact":{"$type":"call","number":113}}""", "contact", Odd)]
    [InlineData("""{"who":"Lan\ud800","outcome":"done","at":"2026-05-01T00:00:00Z"}""", "who", Odd)]
    [InlineData("[]", "$", Odd)]
    public void Every_kind_of_fault_has_its_place(string json, string path, string text) => Assert.Equal(new() { [path] = text }, Faults(json));

    [Theory]
    [InlineData("""{"who":"Lan","outcome":"done","at":"2026-05-01T00:00:00Z","Nguyễn Thị Lan":1}""", "$", Unknown)]
    [InlineData("""{"who":"Lan","outcome":"done","at":"2026-05-01T00:00:00Z","answers":{"0912 345 678":5}}""", "answers", Odd)]
    public void A_name_that_may_be_a_value_is_not_repeated(string json, string path, string text) => Assert.Equal(new() { [path] = text }, Faults(json));

    [Fact]
    public void No_more_than_a_hundred_are_told()
    {
        Assert.Equal(100, Faults($$"""{"path": [{{string.Join(',', Enumerable.Repeat("{}", 100_000))}}]}""").Count);
        Assert.Equal(100, Faults($$"""{{{string.Join(',', Enumerable.Range(0, 50_000).Select(n => $"\"a{n}\": 1"))}}}""").Count);
    }

    private static Dictionary<string, string> Faults(string json)
    {
        using var body = JsonDocument.Parse(json);
        using var services = new ServiceContainer();
        return BodyFaults.Of(body.RootElement, typeof(Visit), Options, services).ToDictionary(fault => fault.Key, fault => fault.Value.Single());
    }
}
