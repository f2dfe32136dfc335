-- What the public feed asks for, as columns of the projection's rows, so that a rebuild makes them too. Hidden ones are in none.
alter table projection_public_course
  add category text generated always as (data->>'category') stored,
  add commune text generated always as (data->>'commune') stored,
  add unit text generated always as (data->>'unit') stored,
  add is_hidden boolean generated always as ((data->>'isHidden')::boolean) stored;

create index public_course_newest on projection_public_course (position desc) where not is_hidden;
create index public_course_of_commune on projection_public_course (commune, position desc) where not is_hidden;
create index public_course_of_unit on projection_public_course (unit, position desc) where not is_hidden;
create index public_course_of_category on projection_public_course (category, position desc) where not is_hidden;
