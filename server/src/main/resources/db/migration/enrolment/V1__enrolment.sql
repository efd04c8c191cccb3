create schema if not exists enrolment;

-- One delivery of an institution for a sitting; it may take several uploads until every row is right.
create table enrolment.batch (
    id uuid primary key,
    institution_id uuid not null,
    sitting_id uuid not null,
    number int not null check (number > 0),
    created_at timestamptz not null,
    created_by uuid,
    unique (institution_id, sitting_id, number)
);

-- What was uploaded, kept as it came; its name may hold names of people and is encrypted.
create table enrolment.upload (
    id uuid primary key,
    batch_id uuid not null references enrolment.batch (id),
    file_id uuid not null,
    name_cipher text not null,
    size bigint not null,
    kind text not null check (kind in ('PACKAGE', 'WORKBOOK')),
    state text not null check (state in ('WAITING', 'CHECKING', 'CHECKED', 'REFUSED', 'FAILED')),
    uploaded_at timestamptz not null,
    uploaded_by uuid,
    checked_at timestamptz,
    check_millis bigint,
    rows_total int,
    skipped int not null default 0,
    declared_heads int,
    found_heads int,
    notices_cipher text,
    refusal_code text,
    -- Its words name files of the package, which are named after people.
    refusal_cipher text
);
create index upload_of_batch on enrolment.upload (batch_id, uploaded_at);
create index upload_unfinished on enrolment.upload (state) where state in ('WAITING', 'CHECKING');

-- A checked row of the form. Names and numbers stand in the cipher only.
create table enrolment.batch_row (
    id uuid primary key,
    batch_id uuid not null references enrolment.batch (id),
    upload_id uuid not null references enrolment.upload (id),
    row_number int not null,
    stage text not null check (stage in ('CHECKING', 'CURRENT', 'SKIPPED', 'REPLACED', 'SUBMITTED', 'REMOVED')),
    document_index bytea,
    level text,
    codes text[] not null,
    notice_codes text[] not null,
    data_cipher text not null,
    updates_application uuid,
    application_id uuid,
    version int not null default 1
);
create index batch_row_of_batch on enrolment.batch_row (batch_id, stage, row_number);
create index batch_row_of_upload on enrolment.batch_row (upload_id, row_number);

create table enrolment.row_file (
    row_id uuid not null references enrolment.batch_row (id) on delete cascade,
    kind text not null,
    file_id uuid not null,
    sha256 text not null,
    media_type text not null,
    size bigint not null,
    primary key (row_id, kind)
);
create index row_file_by_photo on enrolment.row_file (sha256) where kind = 'PHOTO';

create table enrolment.application (
    id uuid primary key,
    institution_id uuid not null,
    sitting_id uuid not null,
    batch_id uuid not null references enrolment.batch (id),
    person_id uuid not null,
    level text not null,
    state text not null check (state in ('DRAFT', 'PENDING', 'APPROVED', 'RETURNED', 'REJECTED', 'WITHDRAWN')),
    document_index bytea not null,
    data_cipher text not null,
    rule_set text not null,
    verdict text not null check (verdict in ('ELIGIBLE', 'NEEDS_RULING', 'RULING_REQUESTED')),
    clause int,
    submitted_at timestamptz,
    due_at timestamptz,
    due_provisional boolean not null default false,
    remaining_seconds bigint,
    decided_at timestamptz,
    version int not null,
    created_at timestamptz not null
);
-- Registration is idempotent on sitting and document number.
create unique index application_once on enrolment.application (sitting_id, document_index)
    where state not in ('WITHDRAWN', 'REJECTED');
create index application_queue on enrolment.application (state, due_at);
create index application_of_institution on enrolment.application (institution_id, sitting_id);
create index application_of_person on enrolment.application (person_id);

create table enrolment.application_document (
    id uuid primary key,
    application_id uuid not null references enrolment.application (id),
    kind text not null,
    file_id uuid not null,
    sha256 text not null,
    media_type text not null,
    size bigint not null,
    added_at timestamptz not null,
    replaced_at timestamptz
);
create unique index application_document_current on enrolment.application_document (application_id, kind)
    where replaced_at is null;

create table enrolment.application_step (
    id uuid primary key,
    application_id uuid not null references enrolment.application (id),
    verb text not null,
    from_state text not null,
    to_state text not null,
    at timestamptz not null,
    actor text not null,
    words_cipher text
);
create index application_step_of on enrolment.application_step (application_id, at);

-- What a reviewer asked for; the words are shown to the institution verbatim.
create table enrolment.return_note (
    id uuid primary key,
    application_id uuid not null references enrolment.application (id),
    step_id uuid not null references enrolment.application_step (id),
    kind text not null,
    reason text not null,
    words_cipher text not null,
    answered_at timestamptz
);
create index return_note_of on enrolment.return_note (application_id);

create table enrolment.review_claim (
    application_id uuid primary key references enrolment.application (id),
    reviewer uuid not null,
    reviewer_name text not null,
    claimed_at timestamptz not null,
    expires_at timestamptz not null
);

-- Rulings on what the clauses leave open, kept as precedents; no personal data.
create table enrolment.precedent (
    id uuid primary key,
    application_id uuid not null references enrolment.application (id),
    rule_set text not null,
    level text not null,
    clause int not null,
    subject text not null,
    reason text not null,
    decided_at timestamptz not null,
    decided_by text not null
);
