namespace Ecosystem.EndToEnd.BadInput;

/// <summary>People fill in long forms: every wrong field is told at once, in their language.</summary>
public sealed class WrongFieldTests(City city)
{
    [Theory]
    [InlineData("report", """{"category": "ufo", "text": "ngắn", "commune": "82", "place": {"latitude": 91, "longitude": 500, "description": ""}, "contact": {"phone": "113", "email": "an"}}""", "category text commune place.latitude place.longitude place.description contact.phone contact.email")]
    [InlineData("report", """{"category": "lighting", "text": "          ", "commune": "00082", "place": {"latitude": 21.0}, "contact": {}}""", "text place.longitude contact.phone")]
    [InlineData("rating", """{"rating": 6, "comment": ""}""", "rating comment")]
    [InlineData("answer", """{"answer": "Xong."}""", "answer")]
    [InlineData("directive", """{"title": "abc", "text": "", "deadline": "1999-12-31T00:00:00Z", "expectedResult": " ", "responsible": "", "recipients": ["01.00082.MTTQ", "nobody"]}""", "title text deadline expectedResult responsible recipients")]
    [InlineData("progress", """{"text": "", "percent": 101}""", "text percent")]
    [InlineData("campaign", """{"name": "", "startsOn": "1999-12-31", "days": 0, "targets": [{"indicator": "", "value": -1, "unit": ""}], "platforms": []}""", "name startsOn days targets[0].indicator targets[0].value targets[0].unit platforms")]
    [InlineData("team", """{"name": "", "residentialGroup": "", "leader": "", "members": ["an", "an"], "homeVisitCapacity": 0}""", "name residentialGroup leader members homeVisitCapacity")]
    [InlineData("point", """{"name": "", "location": "", "capacity": -1, "openingHours": ""}""", "name location capacity openingHours")]
    [InlineData("visit", """{"team": "0198c0de-0000-7000-8000-000000000001", "household": "Nhà bà Lan", "outcome": "visited", "visitedAt": "2100-01-01T00:00:00Z", "platforms": ["a", "a"], "skillBefore": -1, "skillAfter": 5, "metWith": ""}""", "household visitedAt platforms skillBefore skillAfter metWith")]
    [InlineData("preferences", """{"language": "vi", "email": "An <an@example.vn>"}""", "email")]
    [InlineData("report", """{"category": 5, "text": "ngắn", "place": {"latitude": "21"}, "severity": "soon", "answers": {"poles": 3}, "contact": {}, "hidden": 1, "confidential": true}""", "category text commune place.latitude severity answers.poles contact.phone hidden")]
    [InlineData("campaign", """{"name": "", "startsOn": "1 May", "days": 3000000000, "targets": [{"indicator": "a", "value": "many", "unit": ""}, 5], "platforms": [1]}""", "name startsOn days targets[0].value targets[0].unit targets[1] platforms[0]")]
    [InlineData("visit", """{"team": "first", "household": "Nhà bà Lan", "outcome": "maybe", "visitedAt": "2026-05-02", "skillBefore": 1.5, "skillBefore": 1}""", "team household outcome visitedAt skillBefore")]
    public async Task All_wrong_fields_are_told_at_once(string name, string body, string fields)
    {
        var form = Form.All[name];
        var caller = await form.Caller(city);

        (await form.Send(caller, body)).IsAbout(fields.Split(' '));

        Assert.Equal(0, await Stored.By(city, caller.Subject));
    }

    [Theory]
    [InlineData("report", "category text commune")]
    [InlineData("rating", "rating")]
    [InlineData("answer", "answer")]
    [InlineData("directive", "title text deadline expectedResult responsible")]
    [InlineData("progress", "text percent")]
    [InlineData("campaign", "name startsOn days targets platforms")]
    [InlineData("team", "name residentialGroup leader members homeVisitCapacity")]
    [InlineData("point", "name location capacity openingHours")]
    [InlineData("enrollment", "place")]
    [InlineData("visit", "team household outcome visitedAt")]
    [InlineData("preferences", "language")]
    public async Task Whatever_is_missing_or_null_is_told(string name, string fields)
    {
        var form = Form.All[name];
        var caller = await form.Caller(city);

        (await form.Send(caller, "{}")).IsAbout(fields.Split(' '));
        foreach (var field in fields.Split(' '))
        {
            var body = form.Body;
            body[field] = null;
            (await form.Send(caller, body.ToJsonString())).IsAbout(field);
        }

        Assert.Equal(0, await Stored.By(city, caller.Subject));
    }

    [Fact]
    public async Task A_rewind_must_say_from_where() =>
        (await Form.All["rewind"].Send(await Form.All["rewind"].Caller(city), "{}")).IsProblem(400, "rewind-from-where");

    [Theory]
    [InlineData("en", "en", "It is required.")]
    [InlineData("en-GB,en;q=0.8,vi;q=0.5", "en", "It is required.")]
    [InlineData("vi-VN,vi;q=0.9,en;q=0.8", "vi", "Bắt buộc.")]
    [InlineData("fr", "vi", "Bắt buộc.")]
    [InlineData("*;q=nonsense,,;", "vi", "Bắt buộc.")]
    public async Task Refusals_speak_the_callers_language(string accepted, string language, string text)
    {
        var form = Form.All["report"];

        var answer = await form.Send(await form.Caller(city), "{}"u8.ToArray(), "application/json", ("Accept-Language", accepted));

        answer.IsProblem(400, "validation-failed", language);
        Assert.Equal(text, answer["errors"]["text"]![0]!.GetValue<string>());
        Assert.Equal(language == "en" ? "Some of the request's values are not valid." : "Một số giá trị trong yêu cầu không hợp lệ.", answer["title"].GetValue<string>());
    }
}
