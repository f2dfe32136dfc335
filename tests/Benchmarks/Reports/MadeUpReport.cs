using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Analytics;
using Ecosystem.Feedback.Categories;
using Ecosystem.Feedback.Reports;

namespace Ecosystem.Benchmarks.Reports;

/// <summary>
/// A report as the service itself would have stored it, made up from its number: 500 a day up to today, over the categories and communes,
/// of the last two weeks most are open, all before are answered (one of twelve late), 40 % of those rated, the others closed.
/// </summary>
internal sealed class MadeUpReport
{
    public const string Province = "01";
    public const int Communes = 114, PerDay = 500;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };
    private static readonly Sealed Words = new(Convert.ToBase64String(new byte[300]));

    private static readonly string[] Categories = [.. ShippedCategories.Versions.Keys.Order(StringComparer.Ordinal)];

    private readonly Random chance;

    /// <param name="ago">0 = the newest.</param>
    public MadeUpReport(int number, int ago, DateTimeOffset now)
    {
        chance = new(number);
        Id = new Guid(number, 0x7E57, 0x4000, [.. BitConverter.GetBytes(chance.NextInt64())]);
        Commune = CommuneOf(chance.Next(Communes));
        Events = [.. Course(now.AddDays(-(double)ago / PerDay), now, isRecent: ago < 15 * PerDay)];
        Row = Events.Aggregate((ReportRow?)null, (row, happened) => ReportRow.Fold(row, Id, happened))!;
        Fact = Events.Aggregate((ReportFact?)null, (fact, happened) => ReportFact.Fold(fact, Id, happened))!;
    }

    public Guid Id { get; }

    public string Commune { get; }

    public IReadOnlyList<ReportEvent> Events { get; }

    public ReportRow Row { get; }

    public ReportFact Fact { get; }

    public static string CommuneOf(int n) => (100 + n).ToString("00000", CultureInfo.InvariantCulture);

    public static string Write(object value) => JsonSerializer.Serialize(value, value.GetType(), Json);

    private IEnumerable<ReportEvent> Course(DateTimeOffset at, DateTimeOffset now, bool isRecent)
    {
        var category = Categories[chance.Next(Categories.Length)];
        var (reporter, unit) = ($"citizen-{chance.Next(200_000)}", $"{Province}.{Commune}.UBND");
        var (latitude, longitude) = (20.7 + 0.3 * chance.NextDouble(), 106.4 + 0.4 * chance.NextDouble());
        yield return new ReportSubmitted(reporter, category, Commune, Words, at, Spot: new Spot(latitude, longitude, 10));
        yield return new ReportAssigned(unit, at);
        var fate = chance.NextDouble();
        if (isRecent && fate < 0.4) yield break;
        yield return new ReportAccepted(at = at.AddMinutes(10 + 400 * chance.NextDouble()), unit);
        if (isRecent && fate < 0.7) yield break;
        yield return new ReportAnswered(reporter, Words, at = at.AddHours(chance.NextDouble() < 0.08 ? 300 : 2 + 70 * chance.NextDouble()), unit);
        if (chance.NextDouble() >= 0.4)
        {
            if (at + ReopenWindow.Default < now) yield return new ReportClosed(unit, at + ReopenWindow.Default);
            yield break;
        }

        yield return new ReportRated(1 + (int)(5 * Math.Sqrt(chance.NextDouble())), null, at.AddHours(20), unit);
    }
}
