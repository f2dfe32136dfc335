-- Each list reads only its own rows, in its own order.
create index view_campaign_of_organisation on view_campaign ((data->>'organisation'), created_position, id);
create index projection_enrollments_of_campaign on projection_enrollments ((data->>'campaign'), created_position, id);
create index projection_enrollments_of_place on projection_enrollments ((data->>'place'), created_position, id);
