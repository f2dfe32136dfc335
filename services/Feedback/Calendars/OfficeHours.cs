using System.Text.Json.Serialization;

namespace Ecosystem.Feedback.Calendars;

/// <summary>When offices work on a full day, local time; a half day is the morning.</summary>
public sealed record OfficeHours(TimeOnly MorningFrom, TimeOnly MorningTo, TimeOnly AfternoonFrom, TimeOnly AfternoonTo)
{
    public static readonly OfficeHours Usual = new(new(7, 30), new(11, 30), new(13, 30), new(17, 0));

    /// <summary>One after the other: else time would run backwards.</summary>
    [JsonIgnore]
    public bool AreInOrder => MorningFrom < MorningTo && MorningTo <= AfternoonFrom && AfternoonFrom < AfternoonTo;
}

/// <summary>The working time of one day as two spans of ticks after midnight; the second is empty on a half day, both are on a day off.</summary>
internal sealed record DaySpans(long From, long To, long FromAgain, long ToAgain)
{
    public static readonly DaySpans None = new(0, 0, 0, 0);

    private long First => To - From;

    public long Length => First + ToAgain - FromAgain;

    public static DaySpans Full(OfficeHours hours) => new(hours.MorningFrom.Ticks, hours.MorningTo.Ticks, hours.AfternoonFrom.Ticks, hours.AfternoonTo.Ticks);

    public static DaySpans Half(OfficeHours hours) => new(hours.MorningFrom.Ticks, hours.MorningTo.Ticks, hours.MorningTo.Ticks, hours.MorningTo.Ticks);

    /// <summary>Worked between midnight and a time of the day.</summary>
    public long Until(long time) => Math.Clamp(time, From, To) - From + Math.Clamp(time, FromAgain, ToAgain) - FromAgain;

    /// <summary>The first time of the day at which so much is worked.</summary>
    public long TimeOf(long worked) => worked <= First ? From + worked : FromAgain + worked - First;
}
