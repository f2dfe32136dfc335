using System.Globalization;
using Ecosystem.EndToEnd.BadInput;
using Ecosystem.EndToEnd.Faults;

namespace Ecosystem.EndToEnd.Door;

/// <summary>A client's quota is one, through however many gateways it comes, and the client is told of it.</summary>
[Collection<BesideTheCity>]
public sealed class LimitTests(City city)
{
    private static readonly (string, string)[] Trial =
    [
        .. City.NoShedding.Select(setting => (setting.Key, setting.Value)),
        ("Limits__PlanOfClient__trialone", "trial"), ("Limits__PlanOfClient__trialtwo", "trial"),
        ("Limits__Plans__trial__read__0__Name", "read"), ("Limits__Plans__trial__read__0__Quota", "200"), ("Limits__Plans__trial__read__0__Seconds", "3600"),
        ("Limits__Plans__trial__broadcast__0__Name", "broadcast"), ("Limits__Plans__trial__broadcast__0__Quota", "3"), ("Limits__Plans__trial__broadcast__0__Seconds", "3600"),
        ("ReverseProxy__Routes__reports__Metadata__Class", "broadcast"),
    ];

    [Fact]
    public async Task Two_gateways_share_a_quota_within_five_percent_and_the_next_request_is_told_when_to_come_back()
    {
        await using var doors = await Doors.Open(city, 2, Trial);
        var another = await Task.WhenAll(HasTable(doors, 0), HasTable(doors, 1));
        await Task.WhenAll(Enumerable.Range(0, 80).Select(n => another[n % 2].Get("/v1/categories")));    // a gateway that compiles its methods first may not wait for its share
        doors.Service.Arrived.Clear();
        var client = new[] { await doors.System("trialone", 0), await doors.System("trialone", 1) };
        Assert.Equal("\"read\";r=199;t=", (await client[0].Get("/v1/categories")).Is(200).Headers["RateLimit"][..15]);

        var answers = await Task.WhenAll(Enumerable.Range(0, 399).Select(n => client[n % 2].Get("/v1/categories")));

        Assert.InRange(1 + answers.Count(answer => answer.Status == 200), 190, 210);
        Assert.InRange(doors.Service.Arrived.Count, 190, 210);
        var refused = answers.Last(answer => answer.Status != 200).IsProblem(429, "quota-exceeded");
        Assert.Equal("\"read\";q=200;w=3600", refused.Headers["RateLimit-Policy"]);
        Assert.Equal("read", Assert.Single(refused["violatedPolicies"].AsArray())!.GetValue<string>());
        Assert.Equal($"\"read\";r=0;t={refused.Headers["Retry-After"]}", refused.Headers["RateLimit"]);
        Assert.InRange(int.Parse(refused.Headers["Retry-After"], CultureInfo.InvariantCulture), 1, 3600);
        (await another[0].Get("/v1/categories")).Is(200);    // another's quota is another's
    }

    [Fact]
    public async Task Without_the_database_reads_pass_up_to_the_quota_and_what_reaches_many_does_not()
    {
        await using var doors = await Doors.Open(city, 1, Trial);
        await using var database = new ServiceDatabase(doors.Backends, "gateway");
        await HasTable(doors, 0);
        doors.Service.Arrived.Clear();
        await database.Drop();
        var client = await doors.System("trialone");

        var answers = await Task.WhenAll(Enumerable.Range(0, 210).Select(_ => client.Get("/v1/categories")));
        var broadcast = await client.Post("/v1/reports", Bodies.Report());

        Assert.Equal(200, answers.Count(answer => answer.Status == 200));
        Assert.Equal(10, answers.Count(answer => answer.Status == 429));
        broadcast.IsProblem(503, "limits-unavailable");
        Assert.DoesNotContain(doors.Service.Arrived, request => request.Method == "POST");
    }

    private static async Task<Api> HasTable(Doors doors, int instance)
    {
        var another = await doors.System("trialtwo", instance);
        await Eventually.Holds(async () => (await another.Post("/v1/reports", Bodies.Report())).Status == 200, "The gateway has its table");
        return another;
    }
}
