-- The first event after a time, asked every few seconds for the day's proof: without this, the whole log is read. Events lie in the order of
-- their times, so a few bytes for each hundred pages are enough, and an append pays nothing for it. A few seconds for ten million events.
create index events_by_time on mt_events using brin (timestamp) with (autosummarize = on);
