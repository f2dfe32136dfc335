-- append_events as it was, but for the notification: NOTIFY in the transaction costs each call a second lock that is held over the flush.
-- The appending process tells the others after the commit (Wakeups); whoever misses that polls.
do $$ begin execute replace(pg_get_functiondef('append_events'::regproc), 'perform pg_notify(''mt_events_appended'', '''');', ''); end $$;
