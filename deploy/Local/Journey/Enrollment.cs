using System.Net;

namespace Ecosystem.Local;

/// <summary>More residents than places at one point: who belongs to a priority group comes first, the others wait in order.</summary>
internal static class Enrollment
{
    public const int Capacity = 2;

    public static async Task Play(Stage stage, Cast cast, string campaign, Guid point, Guid team)
    {
        await Enroll("A first resident enrolls at a point", 0, point, "none");
        var second = await Enroll("A second resident takes the last place", 1, point, "none");
        await Enroll("A third resident waits", 2, point, "none");
        await Enroll("An elderly resident comes first", 3, point, "elderly");
        await stage.Step("The second resident waits now, first in line", () => cast.Residents[1].Get($"{campaign}/enrollments/{second.Id}"), reply => Standing(reply.Expect(HttpStatusCode.OK), "waiting", 1));
        await Enroll("A resident with a disability is helped at home", 4, team, "personWithDisability");

        Task<Reply> Enroll(string what, int resident, Guid place, string priorityGroup) => stage.Step(what,
            () => cast.Residents[resident].Post($"{campaign}/enrollments", new { place, priorityGroup }),
            reply => resident == 2 ? Standing(reply.Expect(HttpStatusCode.Created), "waiting", 1) : Standing(reply.Expect(HttpStatusCode.Created), "placed", null));
    }

    private static string Standing(Reply reply, string status, int? number)
    {
        var told = (Status: reply.Text("status"), Number: int.TryParse(reply.Text("waitingNumber"), out var waiting) ? waiting : (int?)null);
        Check.That(told == (status, number), $"should be {status} {number}: {reply.Body}");
        return number is null ? "has a place" : $"waiting number {number}";
    }
}
