using System.Globalization;

namespace Ecosystem.Feedback.Calendars;

/// <summary>The table Data/holidays.csv (date,name,kind,basis,verification), which holds where no decision says otherwise.</summary>
public static class ShippedDays
{
    public static readonly IReadOnlyList<ShippedDay> All = Read();

    private static ShippedDay[] Read()
    {
        using var table = new StreamReader(typeof(ShippedDays).Assembly.GetManifestResourceStream("Ecosystem.Feedback.Data.holidays.csv")!);
        return [.. table.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => Of(Fields(line)))];
    }

    private static ShippedDay Of(string[] fields) => new(
        new(DateOnly.ParseExact(fields[0], "yyyy-MM-dd", CultureInfo.InvariantCulture), fields[2] == "make-up" ? DayKind.MakeUp : DayKind.Holiday, fields[1]), fields[3], fields[4]);

    /// <summary>Commas within quotes are text, two quotes are one.</summary>
    private static string[] Fields(string line)
    {
        var parts = line.Split('"');
        for (var nr = 0; nr < parts.Length; nr += 2) parts[nr] = parts[nr].Replace(',', '\n');
        return string.Join('"', parts).Replace("\"\"", "\0").Replace("\"", "").Replace('\0', '"').Split('\n');
    }
}

/// <param name="Basis">The law or decision, or where it was read.</param>
/// <param name="Verification">How sure it is: CHECK and UNVERIFIED wait for somebody who knows.</param>
public sealed record ShippedDay(CalendarDay Day, string Basis, string Verification);
