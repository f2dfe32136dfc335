-- Sessions of the desk that were signed out of before their time.
create table desk_session_ended (
  id uuid primary key,
  until timestamptz not null
);
