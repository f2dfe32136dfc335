namespace Ecosystem.EndToEnd;

/// <summary>Two hundred residents ask for fifty places at the same moment, on two instances.</summary>
public sealed class EnrollmentRushTests(City city)
{
    private const int Capacity = 50;

    private static readonly string[] Groups = ["elderly", "none", "none", "none", "personWithDisability", "none", "none", "none", "none", "nearPoorHousehold"];

    [Fact]
    public async Task Fifty_have_a_place_priority_groups_first_and_the_others_wait_in_order()
    {
        var (campaign, point) = await LaunchedPoint();
        var residents = await Task.WhenAll(Enumerable.Range(0, 200).Select(async n => (Api: await city.Citizen(), Group: Groups[n % Groups.Length])));

        var enrolled = await Task.WhenAll(residents.Select(async resident =>
            (resident.Api, resident.Group, Id: (await resident.Api.Post($"/v1/campaigns/{campaign}/enrollments", new { place = point, priorityGroup = resident.Group })).Is(201).Id)));
        var standings = await Task.WhenAll(enrolled.Select(async one =>
            (one.Group, Answer: (await one.Api.Get($"/v1/campaigns/{campaign}/enrollments/{one.Id}")).Is(200))));

        var placed = standings.Where(one => one.Answer["status"].GetValue<string>() == "placed").ToList();
        var waiting = standings.Except(placed).OrderBy(one => one.Answer["waitingNumber"].GetValue<int>()).ToList();
        Assert.Equal(Capacity, placed.Count);
        Assert.All(placed, one => Assert.NotEqual("none", one.Group));
        Assert.Equal(Enumerable.Range(1, 150), waiting.Select(one => one.Answer["waitingNumber"].GetValue<int>()));
        Assert.All(waiting.Take(10), one => Assert.NotEqual("none", one.Group));    // 60 of 200 have priority
        Assert.All(waiting.Skip(10), one => Assert.Equal("none", one.Group));
    }

    private async Task<(string Campaign, string Point)> LaunchedPoint()
    {
        var committee = await city.Official(City.Committee);
        var campaign = (await committee.Post("/v1/campaigns", Bodies.Campaign())).Is(201).Id;
        var point = (await committee.Post($"/v1/campaigns/{campaign}/points", Bodies.Point(Capacity))).Is(201).Id;
        (await committee.Post($"/v1/campaigns/{campaign}/launch", null)).Is(200);
        return (campaign, point);
    }
}
