-- Where a report is, as everybody may know it, on a plane: degrees of longitude are shorter than those of latitude, by the cosine of 20 degrees.
create function spot_of(report jsonb) returns point language sql immutable parallel safe
  return point((report->'spot'->>'longitude')::float8 * 0.9397, (report->'spot'->>'latitude')::float8);

-- Nearest open reports, what is in a box of the map.
create index report_open_by_spot on view_report using gist (spot_of(data))
  where data->'spot'->>'longitude' is not null and data->>'status' in ('Submitted', 'Assigned', 'Accepted', 'InProgress', 'Waiting');
create index report_by_spot on view_report using gist (spot_of(data)) where data->'spot'->>'longitude' is not null;

-- The public list of one category.
create index report_by_category on view_report ((data->>'category'), created_position);

-- Who follows a report; what somebody follows.
create index following_by_report on view_following ((data->>'report')) where data->>'isActive' = 'true';
