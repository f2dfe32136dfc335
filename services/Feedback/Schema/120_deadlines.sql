-- What the sweep must look at, the desk in the order in which things are due, and open reports in the order of their submission.
create index report_by_sweep on view_report (((data->'clocks'->>'sweep')::bigint), id) where data->'clocks'->>'sweep' is not null;
create index report_by_unit_and_deadline on view_report ((data->>'unit'), ((data->'clocks'->>'next')::bigint), id) where data->'clocks'->>'next' is not null;
create index report_open on view_report (created_position) where data->'clocks'->>'next' is not null;

-- Reports from before there were deadlines get theirs by the next sweep.
update view_report
set data = data || jsonb_build_object('clocks', jsonb_build_object('submittedAt', data->'submittedAt', 'sweep', 0, 'next', 0))
where data->>'status' in ('Submitted', 'Assigned', 'Accepted', 'InProgress', 'Waiting') and data->'clocks' is null;

-- How far a calendar's newest version has moved the deadlines of open reports.
create table calendar_moves (
  calendar text primary key,
  version int not null,
  position bigint not null
);
