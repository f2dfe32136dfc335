-- Finds a repeated enrollment that names another place than the first time.
create index mt_events_enrollment_key on mt_events ((headers->>'key')) where type = 'resident_enrolled';
