using System.Net;
using System.Text.Json;

namespace Ecosystem.Local;

internal static class CampaignChapter
{
    private const int Teams = 28, Points = 6;
    private static readonly string[] Platforms = ["VNeID", "iHanoi", "Cổng Dịch vụ công quốc gia", "Cổng dịch vụ công Bộ Công an", "eTax Mobile"];

    public static async Task Play(Stage stage, Cast cast)
    {
        var path = $"v1/campaigns/{(await stage.Step("Cửa Nam opens the campaign", () => Open(cast), reply => $"{reply.Id}")).Id}";
        var teams = await stage.Step($"It forms {Teams} community digital teams", () => Many(Teams, number => cast.Ward.Post($"{path}/teams", Team(number))), Told);
        var points = await stage.Step($"It opens {Points} mobile points", () => Many(Points, number => cast.Ward.Post($"{path}/points", Point(number))), Told);
        await stage.Step("It launches", () => cast.Ward.Post($"{path}/launch"), reply => $"version {reply.Expect(HttpStatusCode.OK).Number("version")}");
        await Enrollment.Play(stage, cast, path, points[0], teams[0]);
        var visit = await stage.Step("A team records a visit to a household", () => Visit(cast, path, teams[0]), reply => $"{reply.Id}");
        await stage.Step("The campaign's progress", () => cast.Ward.Get($"{path}/progress", visit.Position), Progress);
    }

    private static async Task<Reply> Open(Cast cast) => (await cast.Ward.Post("v1/campaigns", new
    {
        name = cast.CampaignName,
        startsOn = DateOnly.FromDateTime(VietnamTime.Now.Date),
        days = 45,
        targets = new[] { new { indicator = "Hộ được thăm", value = 4500, unit = "hộ" }, new { indicator = "Người cài VNeID", value = 12_000, unit = "người" } },
        platforms = Platforms,
    })).Expect(HttpStatusCode.Created);

    private static object Team(int number) =>
        new { name = $"Tổ công nghệ số cộng đồng số {number}", residentialGroup = $"Tổ dân phố {number}", leader = $"to-truong-{number}", members = Array.Empty<string>(), homeVisitCapacity = 20 };

    private static object Point(int number) =>
        new { name = $"Điểm bình dân học vụ số số {number}", location = $"Nhà văn hóa tổ dân phố {number}", capacity = Enrollment.Capacity, openingHours = "18:00–21:00" };

    private static async Task<IReadOnlyList<Guid>> Many(int count, Func<int, Task<Reply>> make)
    {
        var ids = new List<Guid>();
        for (var number = 1; number <= count; number++)
        {
            ids.Add((await make(number)).Expect(HttpStatusCode.Created).Id);
        }
        return ids;
    }

    private static string Told(IReadOnlyList<Guid> made) => $"{made.Distinct().Count()} made";

    private static async Task<Reply> Visit(Cast cast, string path, Guid team) => (await cast.Ward.Post($"{path}/visits", new
    {
        team,
        household = $"ho-{cast.Run}",
        outcome = "visited",
        visitedAt = DateTimeOffset.UtcNow,
        platforms = Platforms[..2],
        skillBefore = 0,
        skillAfter = 2,
        metWith = "Bà Nguyễn Thị Lan",
    })).Expect(HttpStatusCode.Created);

    private static string Progress(Reply reply)
    {
        var reached = reply.Expect(HttpStatusCode.OK).Body.GetProperty("reached");
        int Count(string name) => reached.GetProperty(name).GetInt32();
        Check.That((Count("teams"), Count("points"), Count("placed"), Count("waiting"), Count("skillRose")) == (Teams, Points, 3, 2, 1), $"the counts are not what was done: {reached}");
        return $"{Count("teams")} teams, {Count("points")} points, {Count("placed")} with a place, {Count("waiting")} waiting, {Visits(reached)} visit";
    }

    private static int Visits(JsonElement reached) => reached.GetProperty("visits").GetProperty("visited").GetInt32();
}
