using System.ComponentModel;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Organisations;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace Ecosystem.Feedback.Analytics;

/// <summary>Officials ask their own questions of the numbers, without a report having to be opened, and without a way to a person.</summary>
public static class QueryAnalytics
{
    /// <summary>A measure's value and what it rests on: a rate without its number of cases misleads.</summary>
    public sealed record Measured(
        [property: Description("The measure: a number, an average or a part of one; null where nothing was counted.")] double? Value,
        [property: Description("How many counted things it rests on.")] long Of,
        [property: Description("Median, within 1 %; null for measures that are no durations.")] double? Median,
        [property: Description("Nine of ten are at most this, within 1 %; null for measures that are no durations.")] double? P90);

    public sealed record Group(
        [property: Description("The value of each dimension.")] IReadOnlyDictionary<string, string> By,
        [property: Description("The measures by name.")] IReadOnlyDictionary<string, Measured> Measures);

    /// <param name="Complete">False where `limit` left groups out.</param>
    public sealed record Answer(
        [property: Description("First local day.")] DateOnly From, [property: Description("Last local day.")] DateOnly To,
        [property: Description("The groups, in the order asked for.")] IReadOnlyList<Group> Rows, [property: Description("False where `limit` left groups out.")] bool Complete);

    public static async Task<Ok<Answer>> Handle(Query query, Official by, ReadModel<OrganisationRow> organisations, Facts facts, CancellationToken ct) =>
        TypedResults.Ok(await Ask(query, await Sight.Of(by, organisations, ct), facts, ct));

    internal static async Task<Answer> Ask(Query query, Sight sight, Facts facts, CancellationToken ct)
    {
        var sql = new QuerySql(query with { Limit = query.Limit + 1 }, sight);
        var groups = await facts.Read(sql.Text, sql.Values, reader => GroupOf(query, sql.Dimensions, reader), ct);
        return new(query.From, query.To, [.. groups.Take(query.Limit)], groups.Count <= query.Limit);
    }

    private static Group GroupOf(Query query, Dimension[] dimensions, NpgsqlDataReader reader)
    {
        var column = Math.Max(1, dimensions.Length);
        var spread = column + 2 * query.Measures.Length;
        Dictionary<string, Measured> measures = [];
        foreach (var name in query.Measures)
        {
            var hasSpread = Measure.Find(name)!.Spread is not null;
            measures[name] = new(Number(reader, column), reader.GetInt64(column + 1), hasSpread ? Hours(reader, spread) : null, hasSpread ? Hours(reader, spread + 1) : null);
            (column, spread) = (column + 2, hasSpread ? spread + 2 : spread);
        }

        return new(dimensions.Select((dimension, n) => (dimension, n)).ToDictionary(one => one.dimension.Name, one => one.dimension.Shown(reader.GetValue(one.n))), measures);
    }

    private static double? Number(NpgsqlDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : Math.Round(Convert.ToDouble(reader.GetValue(column), System.Globalization.CultureInfo.InvariantCulture), 4);

    private static double? Hours(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : Math.Round(QuerySql.MinutesOf(reader.GetInt32(column)) / 60, 2);
}
