using System.Text;
using System.Text.Json.Nodes;

namespace Ecosystem.EndToEnd.BadInput;

/// <summary>A request that has a body; the tests spoil it in every way. What it is about need not be there: a body is checked before.</summary>
/// <param name="Kind">citizen, or the organisation whose official sends it.</param>
internal sealed record Form(string Kind, HttpMethod Method, string Path, string Valid)
{
    public static readonly IReadOnlyDictionary<string, Form> All = new Dictionary<string, Form>
    {
        ["report"] = new("citizen", HttpMethod.Post, "/v1/reports", """
            {"category": "lighting", "text": "Đèn đường hỏng đã ba ngày.", "commune": "00082", "place": {"latitude": 21.02, "longitude": 105.84, "description": "Số 12"}, "contact": {"phone": "0912345678", "email": "an@example.vn"}}
            """),
        ["rating"] = new("citizen", HttpMethod.Post, $"/v1/reports/{Guid.NewGuid()}/rating", """{"rating": 5, "comment": "Rất nhanh."}"""),
        ["answer"] = new(City.Committee, HttpMethod.Post, $"/v1/reports/{Guid.NewGuid()}/answer", """{"answer": "Đã thay bóng đèn mới."}"""),
        ["directive"] = new("01.MTTQ", HttpMethod.Post, "/v1/directives", """
            {"title": "45 ngày đêm", "text": "Thành lập tổ.", "deadline": "2027-06-30T17:00:00+07:00", "expectedResult": "Mỗi hộ một lần.", "responsible": "Ban Thường trực", "recipients": ["01.00082.MTTQ"]}
            """),
        ["progress"] = new(City.Front, HttpMethod.Post, $"/v1/directives/{Guid.NewGuid()}/recipients/{City.Front}/progress", """{"text": "Đã xong một nửa.", "percent": 50}"""),
        ["campaign"] = new(City.Committee, HttpMethod.Post, "/v1/campaigns", """
            {"name": "45 ngày đêm", "startsOn": "2027-05-01", "days": 45, "targets": [{"indicator": "households", "value": 9000, "unit": "households"}], "platforms": ["VNeID"]}
            """),
        ["team"] = new(City.Committee, HttpMethod.Post, $"/v1/campaigns/{Guid.NewGuid()}/teams", """
            {"name": "Tổ 1", "residentialGroup": "TDP 1", "leader": "an", "members": ["binh"], "homeVisitCapacity": 20}
            """),
        ["point"] = new(City.Committee, HttpMethod.Post, $"/v1/campaigns/{Guid.NewGuid()}/points", """
            {"name": "Điểm 1", "location": "Nhà văn hóa", "capacity": 50, "openingHours": "8:00-20:00"}
            """),
        ["enrollment"] = new("citizen", HttpMethod.Post, $"/v1/campaigns/{Guid.NewGuid()}/enrollments", """{"place": "0198c0de-0000-7000-8000-000000000001", "priorityGroup": "elderly"}"""),
        ["visit"] = new(City.Committee, HttpMethod.Post, $"/v1/campaigns/{Guid.NewGuid()}/visits", """
            {"team": "0198c0de-0000-7000-8000-000000000001", "household": "H-12", "outcome": "visited", "visitedAt": "2026-05-02T01:00:00Z", "platforms": ["VNeID"], "skillBefore": 1, "skillAfter": 2, "metWith": "Bà Lan"}
            """),
        ["preferences"] = new("citizen", HttpMethod.Put, "/v1/preferences", """{"language": "en", "email": "an@example.vn"}"""),
        ["rewind"] = new("01.UBND", HttpMethod.Post, "/v1/operations/feedback/relay/rewind", """{"position": 9000000000, "time": "2099-05-02T01:00:00Z", "endpoint": "nobody"}"""),
    };

    public static TheoryData<string> Names => [.. All.Keys];

    public JsonObject Body => JsonNode.Parse(Valid)!.AsObject();

    /// <summary>A caller who may send it and has never been here before.</summary>
    public async Task<Api> Caller(City city)
    {
        var subject = $"{Kind}-{Guid.NewGuid():N}";
        var tokens = city.Processes.Tokens;
        return new(city.Processes.Gateway, Kind == "citizen" ? await tokens.Citizen(subject) : await tokens.Official(subject, Kind, ["leader", "operator"]), subject);
    }

    public Task<Answer> Send(Api caller, string body, string contentType = "application/json") => Send(caller, Encoding.UTF8.GetBytes(body), contentType);

    public Task<Answer> Send(Api caller, byte[] body, string? contentType = "application/json", params (string, string)[] headers)
    {
        var content = new ByteArrayContent(body);
        if (contentType is not null) content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        return caller.Send(Method, Path, content, headers);
    }
}
