-- A unit's reports, newest first, with and without a status: a page is read and nothing else. Takes about ten seconds for a million reports.
create index report_of_unit on view_report ((data->>'unit'), created_position, id);
create index report_of_unit_by_status on view_report ((data->>'unit'), (data->>'status'), created_position, id);
drop index report_by_unit;
