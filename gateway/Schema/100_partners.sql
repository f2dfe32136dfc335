-- The registry, newest first.
create index partner_newest on view_partner (created_position, id);
