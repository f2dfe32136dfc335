-- What waits to be looked at, and what is hidden: few of many.
create index report_moderated on view_report ((data->'public'->>'state'), created_position, id) where data->'public'->>'state' in ('Held', 'Hidden');
