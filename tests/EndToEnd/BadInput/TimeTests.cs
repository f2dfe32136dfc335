namespace Ecosystem.EndToEnd.BadInput;

/// <summary>Times that mean nothing, mean another moment than their sender thinks, or lie where nobody plans.</summary>
public sealed class TimeTests(City city)
{
    public static TheoryData<string> NoTimes =>
    [
        "2027-06-30T17:00:00", "2027-06-30", "17:00", "30/06/2027", "2027-06-30 17:00:00+07:00", "2027-02-30T17:00:00Z", "2027-06-30T24:01:00Z", "2027-06-30T17:00:00+15:00", "2027-06-30T17:00:00+7",
        "2027-06-30T17:00:00 Asia/Ho_Chi_Minh", "12027-06-30T17:00:00Z", "-2027-06-30T17:00:00Z", "9999-12-31T23:59:59.9999999-14:00", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59Z", "0001-01-01T00:00:00Z", "1999-12-31T23:59:59Z", "2100-01-01T00:00:00Z",
        "now", "1782900000", "",
    ];

    [Theory, MemberData(nameof(NoTimes))]
    public async Task A_deadline_is_a_moment_of_this_century(string time) => await Refuses("directive", "deadline", time);

    [Theory, MemberData(nameof(NoTimes))]
    public async Task So_is_the_time_of_a_visit(string time) => await Refuses("visit", "visitedAt", time);

    [Theory]
    [InlineData("2027-05-01T00:00:00Z")]
    [InlineData("2027-02-29")]
    [InlineData("2027-13-01")]
    [InlineData("1/5/2027")]
    [InlineData("9999-12-31")]
    [InlineData("0001-01-01")]
    [InlineData("")]
    public async Task A_campaign_starts_on_a_day(string day) => await Refuses("campaign", "startsOn", day);

    [Theory]
    [InlineData("2031-12-31T00:00:00Z")]
    [InlineData("2099-12-31T23:59:59Z")]
    [InlineData("2026-01-01T00:00:00Z")]
    public async Task A_deadline_lies_ahead_but_not_too_far(string time)
    {
        var front = await city.Official("01.MTTQ", "leader", $"front-{Guid.NewGuid():N}");
        var body = Form.All["directive"].Body;
        body["deadline"] = time;

        (await Form.All["directive"].Send(front, body.ToJsonString())).IsProblem(400, "deadline-not-ahead");

        Assert.Equal(0, await Stored.By(city, front.Subject));
    }

    [Fact]
    public async Task The_same_moment_is_answered_in_UTC_whatever_its_zone_was()
    {
        var front = await city.Official("01.MTTQ");
        foreach (var time in new[] { "2027-06-30T17:00:00+07:00", "2027-06-30T10:00:00Z", "2027-06-29T22:00:00.000-12:00" })
        {
            var body = Form.All["directive"].Body;
            body["deadline"] = time;
            var directive = (await Form.All["directive"].Send(front, body.ToJsonString())).Is(201).Id;

            Assert.Equal("2027-06-30T10:00:00Z", (await front.Get($"/v1/directives/{directive}"))["deadline"].GetValue<string>());
        }
    }

    [Theory, MemberData(nameof(NoTimes))]
    [InlineData("2027-06-30T17:00:00 07:00")]    // a plus sign that was not escaped
    public async Task Looking_back_needs_a_moment_with_its_zone(string time)
    {
        if (time.Length == 0) return;    // no value at all: now
        var scene = await Scene.Of(city);

        (await scene.Resident.Get($"/v1/reports/{scene.Report}?asOf={Uri.EscapeDataString(time)}")).IsAbout("asOf");
        (await (await city.Official(City.Front)).Get($"/v1/directives/{scene.Directive}?asOf={Uri.EscapeDataString(time)}")).IsAbout("asOf");
        (await (await city.Official(City.Committee)).Get($"/v1/campaigns/{scene.Campaign}?asOf={Uri.EscapeDataString(time)}")).IsAbout("asOf");
    }

    [Fact]
    public async Task Looking_back_understands_every_zone_and_before_it_was_there_is_nothing()
    {
        var scene = await Scene.Of(city);

        (await scene.Resident.Get($"/v1/reports/{scene.Report}?asOf=2099-01-01T07:00:00%2B07:00")).Is(200);
        (await scene.Resident.Get($"/v1/reports/{scene.Report}?asOf=2099-01-01T00:00:00Z")).Is(200);
        (await scene.Resident.Get($"/v1/reports/{scene.Report}?asOf=2026-01-01T00:00:00Z")).IsProblem(404, "not-found");
    }

    [Theory]
    [InlineData("9999-12-31")]
    [InlineData("2026-02-30")]
    [InlineData("yesterday")]
    public async Task A_list_of_units_is_valid_from_a_day(string day) =>
        (await (await city.Operator()).PostCsv($"/v1/administrative-units/imports?validFrom={day}", "code,name,type,province_code\n")).IsAbout("validFrom");

    private async Task Refuses(string name, string field, string value)
    {
        var form = Form.All[name];
        var caller = await form.Caller(city);
        var body = form.Body;
        body[field] = value;

        (await form.Send(caller, body.ToJsonString())).IsAbout(field);

        Assert.Equal(0, await Stored.By(city, caller.Subject));
    }
}
