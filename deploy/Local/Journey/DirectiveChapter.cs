using System.Net;

namespace Ecosystem.Local;

internal static class DirectiveChapter
{
    public static async Task Play(Stage stage, Cast cast)
    {
        var issued = await stage.Step("The city's committee issues a directive to its communes", () => Issue(cast), reply => $"{reply.Id}");
        var path = $"v1/directives/{issued.Id}";
        await stage.Step("It is on the ward's list", () => cast.Ward.Get("v1/directives?limit=1", issued.Position), list => Listed(list, issued.Id));
        await stage.Step("A neighbour may not answer for the ward", () => cast.Neighbour.Post($"{path}/recipients/{Cast.WardCode}/acknowledgement"), refused =>
            $"refused with {(int)refused.Expect(HttpStatusCode.Forbidden, HttpStatusCode.NotFound).Status}");
        await Answer(stage, cast, path);
        await stage.Step("The city reads the roll-up", () => cast.City.Get($"{path}/roll-up"), RollUp);
        await stage.Step("Who did what when", () => cast.City.Get($"{path}/history"), history => $"{history.Expect(HttpStatusCode.OK).Items.GetArrayLength()} facts");
    }

    private static async Task<Reply> Issue(Cast cast) => (await cast.City.Post("v1/directives", new
    {
        title = cast.DirectiveTitle,
        text = "Mỗi phường, xã thành lập tổ công nghệ số cộng đồng đến từng tổ dân phố và hỗ trợ người dân cài đặt các nền tảng số.",
        deadline = DateTimeOffset.UtcNow.AddDays(45),
        expectedResult = "Mọi tổ dân phố có một tổ công nghệ số cộng đồng.",
        responsible = "Chủ tịch Ủy ban Mặt trận Tổ quốc cấp xã",
    })).Expect(HttpStatusCode.Created);

    private static async Task Answer(Stage stage, Cast cast, string path)
    {
        var own = $"{path}/recipients/{Cast.WardCode}";
        await Step("acknowledges", "acknowledgement", null);
        await Step("accepts", "acceptance", null);
        await Step("reports progress", "progress", new { text = "Đã thành lập 14 trên 28 tổ.", percent = 50 });
        await Step("completes", "completion", new { result = "Đã thành lập 28 tổ công nghệ số cộng đồng." });

        Task Step(string what, string act, object? body) => stage.Step($"Cửa Nam {what}", () => cast.Ward.Post($"{own}/{act}", body), reply =>
            $"version {reply.Expect(HttpStatusCode.OK).Number("version")}");
    }

    private static string Listed(Reply list, Guid id)
    {
        var newest = list.Expect(HttpStatusCode.OK).Items[0];
        Check.That(newest.GetProperty("id").GetGuid() == id, "another directive is the newest");
        return newest.GetProperty("title").GetString()!;
    }

    private static string RollUp(Reply reply)
    {
        int Count(string state) => reply.Expect(HttpStatusCode.OK).Number("counts", state);
        Check.That(Count("done") == 1 && Count("sent") == Count("total") - 1, $"one should be done and all others sent: {reply.Text("counts")}");
        return $"{Count("total")} recipients: {Count("sent")} sent, {Count("done")} done, {Count("overdue")} overdue";
    }
}
