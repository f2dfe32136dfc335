using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Reports;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.UnitTests.Feedback;

/// <summary>People, units and what happened before.</summary>
internal static class Given
{
    public const string Unit = "01.00082.UBND";

    public static readonly DateTimeOffset Now = new(2026, 11, 22, 2, 30, 0, TimeSpan.Zero);

    public static readonly Citizen Reporter = new("citizen-lan", Level: 2), Neighbour = new("citizen-minh", Level: 1);

    public static readonly Official InCharge = Official(Unit), Above = Official("01.UBND"), Elsewhere = Official("01.00088.UBND"), OtherKind = Official("01.00082.MTTQ");

    public static readonly ReopenWindow Window = new(ReopenWindow.Default);

    public static readonly Sealed Words = new("words"), Answer = new("answer"), Comment = new("comment");

    public static readonly ReportEvent
        Submitted = new ReportSubmitted(Reporter.Id, "lighting", "00082", Words, Now.AddHours(-3)),
        Assigned = new ReportAssigned(Unit, Now.AddHours(-3)),
        Accepted = new ReportAccepted(Now.AddHours(-2), Unit),
        Answered = new ReportAnswered(Reporter.Id, Answer, Now.AddHours(-1), Unit),
        Rated = new ReportRated(4, Comment, Now.AddMinutes(-5), Unit);

    /// <summary>A report to which this much of its usual course has happened.</summary>
    public static Report After(ReportEvent? last = null)
    {
        ReportEvent[] course = [Submitted, Assigned, Accepted, Answered, Rated];
        return course.Take(Array.IndexOf(course, last) + 1).Aggregate(Report.New(Guid.Empty), Report.Evolve);
    }

    /// <summary>The usual course up to <paramref name="last"/>, and what happened then.</summary>
    public static Report After(ReportEvent? last, params IEnumerable<ReportEvent> then) => then.Aggregate(After(last), Report.Evolve);

    public static Problem ProblemOf(Func<object> decide) => Refusal(decide).Problem;

    public static Refused Refusal(Func<object> decide) => Assert.Throws<Refused>(decide);

    private static Official Official(string organisation) => new($"official-of-{organisation}", organisation, ["officer"]);
}
