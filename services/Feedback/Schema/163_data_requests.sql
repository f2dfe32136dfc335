-- A person's own requests; a province's by when they are due.
create index data_request_by_subject on view_data_request ((data->>'subject'), created_position);
create index data_request_by_due on view_data_request ((data->>'province'), (data->>'dueBy'));
