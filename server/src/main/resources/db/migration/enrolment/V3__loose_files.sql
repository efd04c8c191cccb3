-- A file of a batch that belongs to no row yet: nobody claimed it, or its owner is doubtful, or it was taken out of a
-- row. Its name may hold names of people and stands in the cipher only.
create table enrolment.loose_file (
    id uuid primary key,
    batch_id uuid not null references enrolment.batch (id),
    upload_id uuid not null references enrolment.upload (id),
    file_id uuid not null,
    sha256 text not null,
    media_type text not null,
    size bigint not null,
    reason text not null,
    stage text not null check (stage in ('CHECKING', 'LOOSE')),
    suggested_row uuid references enrolment.batch_row (id) on delete set null,
    data_cipher text not null,
    added_at timestamptz not null
);
create index loose_file_of_batch on enrolment.loose_file (batch_id, stage, added_at);
create index loose_file_of_upload on enrolment.loose_file (upload_id);

-- Who changed a row last on the page: of two at once the second is told.
alter table enrolment.batch_row add column changed_by text;
alter table enrolment.batch_row add column changed_at timestamptz;
