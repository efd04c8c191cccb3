-- A change of the data keys: begun, everything encrypted anew, the old keys dropped. One at a time.
create table platform.key_rotation (
    id uuid primary key,
    started_at timestamptz not null,
    renewed_at timestamptz,
    dropped_at timestamptz
);
create unique index key_rotation_one_open on platform.key_rotation ((true)) where dropped_at is null;
