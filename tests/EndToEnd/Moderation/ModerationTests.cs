using System.Net;
using System.Text.Json.Nodes;
using Ecosystem.EndToEnd.Attachments;

namespace Ecosystem.EndToEnd.Moderation;

/// <summary>What everybody sees, and what a few may not spoil.</summary>
public sealed class ModerationTests(City city)
{
    [Fact]
    public async Task Public_words_come_with_acceptance_masked_and_can_be_hidden()
    {
        var (citizen, unit, coordinator) = (await city.Citizen(), await city.Official(City.Committee), await city.Official("01.UBND", "coordinator"));
        var made = (await citizen.Post("/v1/reports", Bodies.Report("Đèn hỏng, gọi tôi số 0912 345 678."))).Is(201);
        var content = $"/v1/tracking/{made["code"]}/content";

        Assert.Null((await city.Anyone().Get(content)).Is(200).Json["text"]);
        (await unit.Post($"/v1/reports/{made.Id}/acceptance", null)).Is(200);
        Assert.Equal("Đèn hỏng, gọi tôi số [đã che].", $"{(await city.Anyone().Get(content)).Is(200)["text"]}");
        (await unit.Post($"/v1/reports/{made.Id}/moderation", new { decision = "hide", reason = "Nêu tên người khác." })).Is(403);
        (await coordinator.Post($"/v1/reports/{made.Id}/moderation", new { decision = "hide" })).Is(400);
        (await coordinator.Post($"/v1/reports/{made.Id}/moderation", new { decision = "hide", reason = "Nêu tên người khác." })).Is(200);

        var hidden = (await city.Anyone().Get(content)).Is(200);
        Assert.Null(hidden.Json["text"]);
        Assert.Equal("Nêu tên người khác.", $"{hidden["hidden"]}");
        Assert.Contains("0912 345 678", (await unit.Get($"/v1/reports/{made.Id}")).Is(200).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_photo_is_hidden_alone_and_stays_for_staff()
    {
        var (desk, coordinator) = (await PhotoDesk.Of(city), await city.Official("01.UBND", "coordinator"));
        (await desk.Attach(desk.Citizen, PhotoDesk.Photo())).Is(201);
        var code = (await desk.Citizen.Get($"/v1/reports/{desk.Report}")).Is(200)["code"];
        (await desk.Unit.Post($"/v1/reports/{desk.Report}/acceptance", null)).Is(200);
        async Task<JsonArray> Photos() => (await city.Anyone().Get($"/v1/tracking/{code}/content")).Is(200)["photos"].AsArray();

        Assert.Equal(HttpStatusCode.OK, (await desk.Follow($"{Assert.Single(await Photos())!["url"]}")).StatusCode);
        (await coordinator.Post($"{desk.Path.Replace("/attachments", "/moderation/attachments", StringComparison.Ordinal)}/1", new { decision = "hide", reason = "Có biển số xe." })).Is(200);

        Assert.Empty(await Photos());
        Assert.Equal("Có biển số xe.", $"{(await desk.Unit.Get(desk.Path)).Is(200)["items"][0]!["hidden"]}");
        (await coordinator.Post($"{desk.Path.Replace("/attachments", "/moderation/attachments", StringComparison.Ordinal)}/1", new { decision = "show" })).Is(200);
        Assert.Single(await Photos());
    }

    [Fact]
    public async Task The_same_words_again_wait_for_a_moderator_and_reach_the_unit()
    {
        var (citizen, unit, coordinator) = (await city.Citizen(), await city.Official(City.Committee), await city.Official("01.UBND", "coordinator"));
        (await citizen.Post("/v1/reports", Bodies.Report())).Is(201);
        var again = (await citizen.Post("/v1/reports", Bodies.Report())).Is(201);

        (await unit.Post($"/v1/reports/{again.Id}/acceptance", null)).Is(200);
        Assert.Equal("held", $"{(await city.Anyone().Get($"/v1/tracking/{again["code"]}/content")).Is(200)["state"]}");
        Assert.Contains(await coordinator.All("/v1/moderation?limit=200"), item => $"{item["id"]}" == again.Id && item["reasons"]!.ToJsonString() == "[\"sameText\"]");
        (await coordinator.Post($"/v1/reports/{again.Id}/moderation", new { decision = "show" })).Is(200);
        Assert.NotNull((await city.Anyone().Get($"/v1/tracking/{again["code"]}/content")).Is(200).Json["text"]);
    }

    [Fact]
    public async Task Thirty_at_once_are_taken_and_the_others_refused()
    {
        var (citizen, coordinator) = (await city.Citizen(), await city.Official("01.UBND", "coordinator"));
        await City.LetSend(30, coordinator);
        try
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, 34).Select(nr => citizen.Post("/v1/reports", Bodies.Report($"Đèn đường số {nr} phố Cửa Nam hỏng."))));

            Assert.Equal((30, 4), (answers.Count(answer => answer.Status == 201), answers.Count(answer => answer.Status == 429 && answer.ProblemType == "report-quota-exceeded")));
            Assert.All(answers.Where(answer => answer.Status == 429), answer => Assert.InRange(int.Parse(answer.Headers["Retry-After"]), 3500, 3600));
        }
        finally
        {
            await City.LetSend(City.Much, coordinator);
        }
    }
}
