namespace Ecosystem.EndToEnd.BadInput;

/// <summary>One of everything, really there.</summary>
internal sealed record Scene(Api Resident, string Report, string Code, string Directive, string Campaign, string Point, string Team, string Enrollment, string Visit)
{
    public static async Task<Scene> Of(City city)
    {
        var (resident, front, committee) = (await city.Citizen(), await city.Official("01.MTTQ"), await city.Official(City.Committee));
        var report = (await resident.Post("/v1/reports", Bodies.Report())).Is(201);
        var directive = (await front.Post("/v1/directives", Bodies.Directive(City.Front))).Is(201).Id;
        var campaign = (await committee.Post("/v1/campaigns", Bodies.Campaign())).Is(201).Id;
        var point = (await committee.Post($"/v1/campaigns/{campaign}/points", Bodies.Point(50))).Is(201).Id;
        var team = (await committee.Post($"/v1/campaigns/{campaign}/teams", Bodies.Team("TDP 1"))).Is(201).Id;
        (await committee.Post($"/v1/campaigns/{campaign}/launch", null)).Is(200);
        var enrollment = (await resident.Post($"/v1/campaigns/{campaign}/enrollments", new { place = point })).Is(201).Id;
        var visit = (await committee.Post($"/v1/campaigns/{campaign}/visits", Bodies.Visit(team))).Is(201).Id;
        return new(resident, report.Id, report["code"].GetValue<string>(), directive, campaign, point, team, enrollment, visit);
    }
}
