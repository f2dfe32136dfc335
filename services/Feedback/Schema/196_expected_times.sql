-- How long answers of a kind took lately in a commune, asked by everybody who is about to report something there: reads these answers and
-- nothing else. A few seconds for a million reports.
create index report_fact_of_kind on projection_report_fact (commune, category, answered_day) include (answer_minutes) where answer_minutes is not null;
