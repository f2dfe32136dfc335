using Ecosystem.Feedback.Desk;
using Microsoft.Extensions.Primitives;

namespace Ecosystem.UnitTests.Feedback;

public class FormJsonTests
{
    [Fact]
    public void Fields_become_the_commands_members_and_the_pages_own_are_left_out() =>
        Assert.Equal("""{"reason":"offensive","note":"a\nb"}""", Of(("_token", "x"), ("_back", "/desk"), ("reason", "offensive"), ("note", "a\r\nb"), ("empty", "")));

    [Fact]
    public void A_local_time_is_one_in_Viet_Nam() => Assert.Equal("""{"until":"2026-12-05T10:00:00\u002B07:00"}""", Of(("until:time", "2026-12-05T10:00")));

    [Fact]
    public void What_is_no_time_is_left_for_the_api_to_refuse() => Assert.Equal("""{"until":"tomorrow"}""", Of(("until:time", "tomorrow")));

    [Theory]
    [InlineData("150000", """{"cost":150000}""")]
    [InlineData("1.5", """{"cost":"1.5"}""")]
    [InlineData("-3", """{"cost":"-3"}""")]
    public void A_number_is_a_whole_one(string typed, string json) => Assert.Equal(json, Of(("cost:number", typed)));

    [Fact]
    public void A_list_is_typed_or_chosen() => Assert.Equal("""{"units":["01.UBND","01.00070.UBND","01.00091.UBND"]}""", FormJson.Of([new("units:list", new StringValues(["01.UBND, 01.00070.UBND", "01.00091.UBND"]))]).ToJsonString());

    [Theory]
    [InlineData("/desk/map?status=Waiting", "/desk/map?status=Waiting")]
    [InlineData("https://elsewhere.example", "/desk")]
    [InlineData("//elsewhere.example/desk", "/desk")]
    [InlineData("/desk\r\nSet-Cookie: a=b", "/desk")]
    [InlineData("/v1/reports", "/desk")]
    [InlineData(null, "/desk")]
    public void The_way_back_stays_at_the_desk(string? asked, string led) => Assert.Equal(led, WayBack.Local(asked));

    private static string Of(params (string Name, string Value)[] fields) => FormJson.Of(fields.Select(field => new KeyValuePair<string, StringValues>(field.Name, field.Value))).ToJsonString();
}
