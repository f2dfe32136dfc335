-- The links of all report events of a day, in the order of the log, when the day was anchored; days are found by time.
create table anchor_leaves (
  day date not null,
  nr int not null,
  event uuid not null,
  link bytea not null,
  primary key (day, nr)
);
create unique index anchor_leaves_event on anchor_leaves (event);
create index mt_events_by_time on mt_events using brin (timestamp);
create index anchor_by_day on view_anchor ((data->'of'->>'day'));
