namespace Ecosystem.EndToEnd.Analytics;

/// <summary>Reports of earlier days, put straight into the table of facts: nobody can submit a report yesterday.</summary>
internal static class PastReports
{
    /// <param name="daysAgo">A SQL expression over n, from 0: how many days ago each was submitted.</param>
    /// <param name="minutes">A SQL expression over n: minutes to the answer; null: none yet.</param>
    public static Task Add(City city, int count, string category, string commune, string daysAgo, string minutes = "null::int", string rating = "null::int", bool isPrivate = false) => city.Count(
        "feedback",
        $$"""
        with added as (
          insert into projection_report_fact (id, version, created_position, position, data)
          select gen_random_uuid(), 1, n + 1, n + 1, jsonb_strip_nulls(jsonb_build_object(
            'code', 'PAST', 'category', '{{category}}', 'commune', '{{commune}}', 'unit', '01.{{commune}}.UBND', 'source', 'App', 'severity', 'Normal',
            'status', case when minutes is null then 'Assigned' else 'Answered' end, 'isPrivate', {{(isPrivate ? "true" : "false")}}, 'submittedAt', to_char(now() - ago * interval '1 day', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
            'submittedDay', day, 'lastDay', day, 'answeredDay', case when minutes is not null then day end, 'settledDay', case when minutes is not null then day end,
            'responseMinutes', minutes, 'answerMinutes', minutes, 'responseOnTime', minutes <= 1440, 'answerOnTime', minutes <= 7200, 'rating', {{rating}}, 'reopened', 0, 'transferred', 0, 'latitude', 21.02, 'longitude', 105.84,
            'happened', case when minutes is null then jsonb_build_array(day * 32 + 1, day * 32 + 2) else jsonb_build_array(day * 32 + 1, day * 32 + 2, day * 32 + 7) end))
          from (select n, ({{daysAgo}}) as ago, {{minutes}} as minutes, ((now() at time zone 'UTC' + interval '7 hours')::date - date '1970-01-01') - ({{daysAgo}}) as day from generate_series(0, {{count - 1}}) n) one
          returning 1)
        select count(*) from added
        """);
}
