-- An inbox is the recipient's messages, newest first; streams and the service itself look for what is newer than a position.
create index view_message_inbox on view_message ((data->>'recipient'), created_position desc, id desc);
create index view_message_arrivals on view_message (created_position);
