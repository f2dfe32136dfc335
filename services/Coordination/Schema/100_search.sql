-- Names are looked for by any part of them, without accents; codes order the lists.
create extension if not exists pg_trgm;

create index on view_unit using gin ((data->>'search') gin_trgm_ops);
create index on view_unit (((data->>'code') collate "C"));

create index on view_organisation using gin ((data->>'search') gin_trgm_ops);
create index on view_organisation (((data->>'code') collate "C"));
create index on view_organisation ((data->'shown'->>'parent'), ((data->>'code') collate "C"));

create index on view_directive ((data->>'issuer'), created_position desc, id desc);
create index on projection_directive_inbox ((data->>'recipient'), created_position desc, id desc);
