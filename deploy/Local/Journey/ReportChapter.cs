using System.Net;

namespace Ecosystem.Local;

internal static class ReportChapter
{
    private static readonly TimeSpan OrganisationsArrive = TimeSpan.FromMinutes(1);

    public static async Task Play(Stage stage, Cast cast)
    {
        await stage.Step("A resident chooses English and mail", () => cast.Reporter.Put("v1/preferences", new { language = "en", email = cast.ReporterMail }), reply =>
            $"{cast.ReporterMail}, version {reply.Expect(HttpStatusCode.OK).Number("version")}");
        var report = await stage.Step("The resident reports a broken street light", () => Submit(cast), reply => $"{reply.Text("code")} goes to {reply.Text("unit")}");
        var path = $"v1/reports/{report.Id}";
        await Handle(stage, cast, path);
        await stage.Step("The resident rates the answer", () => cast.Reporter.Post($"{path}/rating", new { rating = 5, comment = "Nhanh và tận tình." }), Done);
        await stage.Step("The public code shows the state and no person", () => cast.Passerby.Get($"v1/tracking/{report.Text("code")}"), Tracked);
    }

    private static async Task Handle(Stage stage, Cast cast, string path)
    {
        await stage.Step("Another ward cannot see it", () => cast.Neighbour.Get(path), refused =>
            $"refused with {(int)refused.Expect(HttpStatusCode.NotFound, HttpStatusCode.Forbidden).Status}");
        await stage.Step("The People's Committee of Cửa Nam accepts it", () => cast.WardOffice.Post($"{path}/acceptance"), Done);
        await stage.Step("It answers", () => cast.WardOffice.Post($"{path}/answer", new { answer = "Đèn đã được thay trong buổi sáng. Cảm ơn bạn đã phản ánh." }), Done);
    }

    /// <summary>Feedback hears of the organisations from Coordination, so the first report of a new installation may have to wait a moment.</summary>
    private static async Task<Reply> Submit(Cast cast)
    {
        var (reply, key) = ((Reply?)null, $"{Guid.NewGuid()}");
        await Wait.For(async _ => (reply = await Send(cast, key)).Status != HttpStatusCode.UnprocessableEntity, OrganisationsArrive, cast.Ct);
        Check.That(reply!.Expect(HttpStatusCode.Created).Text("unit") == Cast.WardOfficeCode, $"it went to {reply.Text("unit")}");
        return reply;
    }

    private static Task<Reply> Send(Cast cast, string key) => cast.Reporter.Post("v1/reports", new
    {
        category = "lighting",
        text = "Đèn đường trước số 12 phố Cửa Nam không sáng đã ba tối nay.",
        commune = Cast.Commune,
        place = new { latitude = 21.0285, longitude = 105.8412, description = "Trước số 12 phố Cửa Nam" },
        contact = new { phone = "0912345678" },
    }, key, $"00-{cast.ReportTrace}-00f067aa0ba902b7-01");

    private static string Done(Reply reply) => $"version {reply.Expect(HttpStatusCode.OK).Number("version")}";

    private static string Tracked(Reply reply)
    {
        var shown = reply.Expect(HttpStatusCode.OK).Body.ToString();
        Check.That(reply.Text("status") == "rated", $"should be rated: {shown}");
        Check.That(!shown.Contains("912345678", StringComparison.Ordinal) && !shown.Contains("phố Cửa Nam", StringComparison.Ordinal), $"shows what the resident wrote: {shown}");
        return $"{reply.Text("status")}, {reply.Text("categoryName")}";
    }
}
