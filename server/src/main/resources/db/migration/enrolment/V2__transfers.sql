-- A file on its way: it comes in pieces, and goes on where it stopped. Its name may hold names of people and is encrypted.
create table enrolment.transfer (
    id uuid primary key,
    batch_id uuid not null references enrolment.batch (id),
    facts_cipher text not null,
    size bigint not null check (size > 0),
    received bigint not null check (received between 0 and size),
    created_at timestamptz not null,
    created_by uuid,
    touched_at timestamptz not null
);
create index transfer_of_batch on enrolment.transfer (batch_id);
create index transfer_abandoned on enrolment.transfer (touched_at);

-- What has come of it, each piece a stored file of its own.
create table enrolment.transfer_piece (
    transfer_id uuid not null references enrolment.transfer (id) on delete cascade,
    start_at bigint not null,
    file_id uuid not null,
    primary key (transfer_id, start_at)
);

-- A delivery comes in one file or several; those without an upload wait for their check.
create table enrolment.upload_part (
    id uuid primary key,
    batch_id uuid not null references enrolment.batch (id),
    upload_id uuid references enrolment.upload (id),
    file_id uuid not null,
    name_cipher text not null,
    size bigint not null,
    received_at timestamptz not null,
    received_by uuid,
    -- Its words name files of the package, which are named after people.
    refusal_cipher text
);
create index upload_part_of on enrolment.upload_part (upload_id, received_at);
create index upload_part_waiting on enrolment.upload_part (batch_id) where upload_id is null;

insert into enrolment.upload_part (id, batch_id, upload_id, file_id, name_cipher, size, received_at, received_by)
    select id, batch_id, id, file_id, name_cipher, size, uploaded_at, uploaded_by from enrolment.upload;
alter table enrolment.upload
    drop column file_id,
    drop column name_cipher,
    drop column size,
    drop column kind;
alter table enrolment.upload drop constraint upload_state_check;
alter table enrolment.upload add constraint upload_state_check
    check (state in ('WAITING', 'CHECKING', 'CHECKED', 'AWAITING_FORM', 'REFUSED', 'FAILED'));

-- Of several workbooks the rows follow each other: row_number orders them, sheet_row is where each stands in its sheet.
alter table enrolment.batch_row add column sheet_row int;
update enrolment.batch_row set sheet_row = row_number;
alter table enrolment.batch_row alter column sheet_row set not null;
