-- Of two such indexes one is enough (195).
drop index mt_events_by_time;

-- A report's row is longer than what PostgreSQL stores as it is, and is packed anew with every change: LZ4 takes a tenth of the time that its own way
-- takes. Rows from before stay readable and are packed so when they change. A server that was built without it keeps its own way.
do $$
begin
  alter table view_report alter column data set compression lz4;
exception when feature_not_supported then null;
end $$;
