-- Of two such indexes one is enough (195).
drop index mt_events_by_time;

-- A report's row is longer than what PostgreSQL stores as it is, and is packed anew with every change: LZ4 costs less than its own
-- way. Rows from before stay readable and are packed so when they change. A server that was built without it keeps its own way.
do $$
begin
  alter table view_report alter column data set compression lz4;
exception when feature_not_supported then null;
end $$;

-- Analytics read an index alone where the rows that it points to have been stable since a vacuum; by default a fifth of the table may wait for one.
alter table projection_report_fact set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02);
