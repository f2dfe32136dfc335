-- What is due, failed or open at agencies; the agencies of one report.
create index forwarding_by_state on view_forwarding ((data->>'state'));
create index forwarding_by_report on view_forwarding ((data->>'report'));
