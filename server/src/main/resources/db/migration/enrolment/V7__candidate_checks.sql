-- The candidate's word that the data are right, as of a keyed digest of them; a later correction asks for it anew.
create table enrolment.data_confirmation (
    id uuid primary key,
    application_id uuid not null references enrolment.application (id),
    digest bytea not null,
    confirmed_at timestamptz not null
);
create unique index data_confirmation_once on enrolment.data_confirmation (application_id, digest);

-- What a candidate finds wrong, in own words; for the institution to put right, answer or hand on to the reviewer.
create table enrolment.data_report (
    id uuid primary key,
    application_id uuid not null references enrolment.application (id),
    subject text not null,
    state text not null check (state in ('OPEN', 'FORWARDED', 'ANSWERED', 'TAKEN_BACK')),
    words_cipher text not null,
    reported_at timestamptz not null,
    answer_cipher text,
    answered_at timestamptz,
    answered_by text,
    check (state <> 'ANSWERED' or (answer_cipher is not null and answered_at is not null))
);
-- A subject is reported once at a time.
create unique index data_report_open on enrolment.data_report (application_id, subject)
    where state in ('OPEN', 'FORWARDED');

-- Which papers came from the candidate's own camera.
create table enrolment.candidate_upload (
    id uuid primary key,
    application_id uuid not null references enrolment.application (id),
    kind text not null,
    sha256 text not null,
    uploaded_at timestamptz not null
);
create index candidate_upload_of on enrolment.candidate_upload (application_id);
