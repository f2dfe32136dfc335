-- The public code, the unit's desk, the reporter's own list; newest first.
create index report_by_code on view_report ((data->>'code'));
create index report_by_unit on view_report ((data->>'unit'), (data->>'status'));
create index report_by_reporter on view_report ((data->>'reporter'), created_position);
create index report_newest on view_report (created_position, id);

-- Which unit is in charge; which units a desk covers.
create index organisation_by_commune on view_organisation ((data->>'commune'), (data->>'kind'));
create index organisation_by_province on view_organisation ((data->>'province'), (data->>'kind'));
