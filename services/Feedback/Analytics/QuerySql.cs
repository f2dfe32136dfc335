using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback.Analytics;

/// <summary>A query as SQL: constants of the catalogue put together, with parameters for everything that a caller says.</summary>
public sealed class QuerySql
{
    private readonly List<object> values = [];
    private readonly Query query;
    private readonly string rows;
    private readonly (Measure Measure, int Number)[] measures;

    public QuerySql(Query query, Sight sight)
    {
        this.query = query;
        Dimensions = [.. (query.Dimensions ?? []).Select(name => Dimension.Find(name)!)];
        measures = [.. query.Measures.Select((name, n) => (Measure.Find(name)!, n))];
        values.AddRange([LocalDay.NumberOf(query.From), LocalDay.NumberOf(query.To)]);
        rows = string.Join(" and ", [$"from {query.Grain.Sql()}", sight.Sql(Parameter(sight.Value)), .. (query.Filters ?? []).SelectMany(Conditions)]);
        Text = $"with {string.Join(", ", Parts())} {Answer()}";
    }

    /// <summary>So many minutes to one e-fold in 50 steps: medians and deciles are within 1 % of the exact ones, without sorting a million numbers.</summary>
    private static string Step(string column) => $"case when {column} is not null then floor(ln(greatest({column}, 1)) * 50)::int end";

    public static double MinutesOf(int step) => Math.Exp((step + 0.5) / 50);

    public Dimension[] Dimensions { get; }

    public IReadOnlyList<object> Values => values;

    /// <summary>Columns: the dimensions, then value and number of each measure, then median and ninth decile of those that have them.</summary>
    public string Text { get; }

    private IEnumerable<(Measure Measure, int Number)> Spreads() => measures.Where(one => one.Measure.Spread is not null);

    private string Keys => Dimensions.Length == 0 ? "d0" : string.Join(", ", Dimensions.Select((_, n) => $"d{n}"));

    private string KeyColumns => Dimensions.Length == 0 ? "0 as d0" : string.Join(", ", Dimensions.Select((dimension, n) => $"{dimension.Key} as d{n}"));

    private IEnumerable<string> Parts()
    {
        var (sums, spreads) = (measures.Select(one => $"{one.Measure.Part} as p{one.Number}, {one.Measure.Of} as o{one.Number}"), Spreads().ToList());
        if (spreads.Count == 0)
        {
            yield return $"p as (select {KeyColumns}, {string.Join(", ", sums)} {rows} group by {Keys})";
            yield break;
        }

        // One branch a spread, that PostgreSQL runs beside each other; the sums come with the first.
        var branches = spreads.Select((one, n) => Steps(one.Measure.Spread!, one.Number, n == 0 ? sums : measures.Select(_ => "null, null")));
        yield return $"h as materialized ({string.Join(" union all ", branches)})";
        yield return $"p as (select {Keys}, {string.Join(", ", measures.Select(one => $"sum(p{one.Number}) as p{one.Number}, sum(o{one.Number}) as o{one.Number}"))} from h where spread = {spreads[0].Number} group by {Keys})";
        foreach (var (_, number) in spreads) yield return $"s{number} as ({Spread(number)})";
    }

    private string Steps(string column, int number, IEnumerable<string> sums) =>
        $"select {number} as spread, {KeyColumns}, {Step(column)} as step, count({column}) as n, {string.Join(", ", sums)} {rows} group by {Keys}, step";

    private string Spread(int number) =>
        $"""
        select {Keys}, min(step) filter (where upto >= 0.5 * total) as median, min(step) filter (where upto >= 0.9 * total) as p90
        from (select {Keys}, step, sum(n) over (partition by {Keys} order by step) as upto, sum(n) over (partition by {Keys}) as total from h where spread = {number} and n > 0) c
        group by {Keys}
        """;

    private string Answer()
    {
        var spreads = string.Concat(Spreads().Select(one => $", s{one.Number}.median, s{one.Number}.p90"));
        var joins = string.Concat(Spreads().Select(one => $" left join s{one.Number} using ({Keys})"));
        return $"select {Keys}, {string.Join(", ", measures.Select(one => $"({one.Measure.Value($"p{one.Number}", $"o{one.Number}")})::float8 as v{one.Number}, o{one.Number}::bigint"))}{spreads} from p{joins} order by {Order()} limit {Parameter(query.Limit)}";
    }

    private string Order()
    {
        var first = query.OrderBy is not { } name ? null
            : Array.FindIndex(Dimensions, dimension => dimension.Name == name) is >= 0 and var n ? $"d{n}"
            : $"v{Array.FindIndex(measures, one => one.Measure.Name == name)}";
        return first is null ? Keys : $"{first}{(query.Descending ? " desc" : "")} nulls last, {Keys}";
    }

    private IEnumerable<string> Conditions(QueryFilter filter)
    {
        if (Dimension.Find(filter.Field) is { } dimension) yield return $"{dimension.Sql} = any({Parameter(filter.Is!.Select(dimension.Stored).ToArray())})";
        if (NumberField.Find(filter.Field) is not { } number) yield break;
        if (filter.AtLeast is { } least) yield return $"{number.Sql} >= {Parameter(least)}";
        if (filter.AtMost is { } most) yield return $"{number.Sql} <= {Parameter(most)}";
    }

    private string Parameter(object value)
    {
        values.Add(value);
        return $"${values.Count}";
    }
}
