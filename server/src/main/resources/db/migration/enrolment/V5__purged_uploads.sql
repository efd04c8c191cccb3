-- The original package was removed at the end of its term; what was found in it stays on record.
alter table enrolment.upload add column purged_at timestamptz;
create index upload_not_purged on enrolment.upload (batch_id) where purged_at is null;
