using Ecosystem.Feedback.Forecasts;

namespace Ecosystem.Feedback.Analytics;

/// <summary>What a city promises of every report (iHanoi's rules): taken up by the evening of the next working day, answered within five working days.</summary>
public static class Promise
{
    public const int DaysToRespond = 1, DaysToAnswer = 5;

    public static bool IsKept(DateTimeOffset submitted, DateTimeOffset done, int workingDays)
    {
        var (day, last) = (LocalDay.Of(submitted), LocalDay.Of(done));
        for (var passed = 0; day < last;)
        {
            day = day.AddDays(1);
            if (IsWorked(day) && ++passed > workingDays) return false;
        }

        return true;
    }

    private static bool IsWorked(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && SpecialDays.Of(day) is KindOfDay.Ordinary;
}
