-- What residents of a commune can enroll in.
create index view_campaign_of_commune on view_campaign (split_part(data->>'organisation', '.', 2), created_position, id) where data->>'status' = 'Launched';
