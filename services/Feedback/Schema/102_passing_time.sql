-- What time alone decides.
create index report_answered_since on view_report ((data->>'since')) where data->>'status' = 'Answered';
create index report_waiting_until on view_report ((data->>'waitingUntil')) where data->>'status' = 'Waiting';
