create index hot_spot_newest on view_hot_spot (created_position, id);
