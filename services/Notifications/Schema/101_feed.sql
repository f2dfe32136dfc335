-- The feed is read in its own order, from a position on.
create index view_feed_order on view_feed (created_position);
