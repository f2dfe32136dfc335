-- Outsiders ask for the reports of a period.
create index report_by_submission on view_report ((data->>'submittedAt'), id);
