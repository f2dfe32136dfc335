using System.Collections.Immutable;
using Ecosystem.Feedback.Calendars;
using Ecosystem.Feedback.Categories;
using Ecosystem.Feedback.Deadlines;
using Ecosystem.Feedback.Reports;
using Ecosystem.Feedback.TimeLimits;
using static Ecosystem.UnitTests.Feedback.Calendars.WorkingCalendarTests;

namespace Ecosystem.UnitTests.Feedback.Deadlines;

/// <summary>A report of Monday 16 November 2026, 8:00, its clocks, and a sweep that comes whenever it is asked.</summary>
internal sealed class Desk(Severity severity = Severity.Normal, Source source = Source.App, string unit = Given.Unit)
{
    public static readonly Catalogue Categories = CategoryPlan.New(CategoryPlan.Id).At(Given.Now);

    public static readonly DateTimeOffset Monday = Local("2026-11-16 08:00");

    public Report Report { get; private set; } = Report.New(Guid.Empty);

    public List<ReportEvent> Events { get; } = [];

    public TimeRules Rules { get; set; } = new(new("01", 0, Calendar.Build([])), LimitTable.Shipped, Categories);

    public Clocks Clocks => Report.Clocks!;

    public Desk Submitted()
    {
        Then(new ReportSubmitted("citizen-lan", "lighting", "00082", Given.Words, Monday, source, severity));
        return unit is "" ? this : Then(new ReportAssigned(unit, Monday)).Sweep(Monday);
    }

    public Desk Accepted(string at = "2026-11-16 09:00") => Then(new ReportAccepted(Local(at), unit)).Sweep(Local(at));

    public Desk Waiting(string from, string until) => Then(new ReportWaiting("citizen-lan", WaitingFor.Citizen, Given.Words, Local(until), unit, Local(from))).Sweep(Local(from));

    public Desk Resumed(string at) => Then(new ReportResumed(null, unit, Local(at))).Sweep(Local(at));

    public Desk Promising(string date, string at) => Then(new InterimAnswerGiven("citizen-lan", Given.Words, Local(date), unit, Local(at))).Sweep(Local(at));

    public Desk Answered(string at) => Then(new ReportAnswered("citizen-lan", Given.Answer, Local(at), unit)).Sweep(Local(at));

    public Desk Then(ReportEvent happened)
    {
        Events.Add(happened);
        Report = Report.Evolve(Report, happened);
        return this;
    }

    public Desk Sweep(string at) => Sweep(Local(at));

    /// <summary>Twice, as two instances would: the second time nothing is left to do, and not before it is due either.</summary>
    public Desk Sweep(DateTimeOffset at)
    {
        foreach (var happened in SettleDeadlines.Decide(Report, Rules, at)) Then(happened);
        Assert.Empty(SettleDeadlines.Decide(Report, Rules, at));
        Assert.True(Report.Clocks!.Sweep is null || Report.Clocks.Sweep > at.ToUnixTimeMilliseconds() - 1);
        return this;
    }

    public Desk WithDayOff(params DateOnly[] days)
    {
        var change = new CalendarChanged("01", "1/QĐ", new(2026, 11, 1), [.. days.Select(day => new CalendarDay(day, DayKind.Holiday, "Bão"))], null, Monday);
        Rules = Rules with { Calendar = new("01", Rules.Calendar.Version + 1, Calendar.Build([change])) };
        return this;
    }

    public Desk WithLimits(params LimitRule[] rules)
    {
        Rules = Rules with { Table = new([new("01", "2/QĐ", new(2026, 1, 1), [.. rules], Monday)]) };
        return this;
    }

    public ImmutableArray<T> All<T>() => [.. Events.OfType<T>()];

    public ClockState StateAt(ClockName name, string at) => ShownClock.AllOf(Clocks, Local(at)).Single(clock => clock.Name == name).State;
}
