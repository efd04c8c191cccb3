create schema if not exists certificate;

-- The holder's name and photo as printed are a snapshot, encrypted; whose they are is known to identity alone.
create table certificate.register_entry (
    id uuid primary key,
    person_id uuid not null,
    sitting_id uuid not null,
    result_id uuid not null,
    level text not null check (level in ('JUNIOR', 'INTERMEDIATE', 'SENIOR')),
    status text not null check (status in ('PREPARING', 'CHECKED', 'VALID', 'REVOKED', 'REPLACED')),
    holder_cipher text not null,
    obstacle text,
    objection text,
    proof_checked_at timestamptz,
    proposed_act text check (proposed_act in ('ISSUE', 'REVOKE', 'REPLACE')),
    proposed_by uuid,
    proposed_by_label text,
    proposed_at timestamptz,
    proposed_reason text,
    number text unique,
    token text unique,
    issued_on date,
    valid_until date,
    file_id uuid,
    file_sha256 text unique,
    replaces uuid references certificate.register_entry (id),
    replaced_by uuid references certificate.register_entry (id),
    replaced_for text,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    check ((proposed_act is null) = (proposed_by is null)),
    check ((status in ('VALID', 'REVOKED', 'REPLACED')) = (number is not null)),
    check ((number is null) = (file_id is null))
);
-- One passed sitting leads to one certificate; only a replacement may follow it.
create unique index certificate_once on certificate.register_entry (person_id, sitting_id, level) where replaces is null;
create index certificate_by_person on certificate.register_entry (person_id);
create index certificate_by_sitting on certificate.register_entry (sitting_id, status);

create table certificate.register_step (
    id uuid primary key,
    certificate_id uuid not null references certificate.register_entry (id),
    verb text not null,
    status_before text not null,
    status_after text not null,
    actor_label text not null,
    reason text,
    at timestamptz not null
);
create index register_step_by_certificate on certificate.register_step (certificate_id, at);

-- Numbers of a year and level follow each other without gaps.
create table certificate.sequence (
    year int not null,
    level_digit int not null check (level_digit between 1 and 3),
    last int not null,
    primary key (year, level_digit)
);

-- A code lets whoever the holder gives it to see the full name and the photo, for thirty days.
create table certificate.holder_code (
    id uuid primary key,
    certificate_id uuid not null references certificate.register_entry (id),
    code_index bytea not null unique,
    code_cipher text not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    stopped_at timestamptz
);
create index holder_code_by_certificate on certificate.holder_code (certificate_id, created_at);

-- A look-up that found something; nothing is kept about who asked or about those that found nothing.
create table certificate.lookup (
    receipt text primary key,
    certificate_id uuid not null references certificate.register_entry (id),
    way text not null check (way in ('NUMBER', 'ID_NUMBER', 'TOKEN', 'CODE', 'FILE')),
    standing text not null,
    at timestamptz not null
);
create index lookup_by_certificate on certificate.lookup (certificate_id, at);
