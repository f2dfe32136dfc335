-- Uploads that are open at a report; uploads whose parts may still lie in the store.
create index upload_by_report on view_upload ((data->>'report')) where data->>'status' = 'Open';
create index upload_oldest on view_upload (created_position) where data->>'status' <> 'Cleared';
