-- What emergency files of a sitting are encrypted to; id is the sitting's.
create table delivery.emergency_key (
    id uuid primary key,
    public_key bytea not null,
    private_key_cipher text not null,
    made_at timestamptz not null
);

-- Answers that came from a candidate's machine by hand, as they came: encrypted to the key of their sitting.
create table delivery.emergency_file (
    id uuid primary key,
    attempt_id uuid not null references delivery.attempt (id),
    sitting_id uuid not null,
    digest bytea not null unique,
    content text not null,
    -- By the candidate's machine.
    saved_at timestamptz not null,
    received_at timestamptz not null,
    received_by uuid not null,
    received_by_label text not null,
    entries int not null,
    taken int not null,
    branched int not null,
    conflicts int not null,
    first_seq bigint not null,
    last_seq bigint not null,
    first_given timestamptz not null,
    last_given timestamptz not null,
    deadline timestamptz not null,
    state text not null check (state in ('TAKEN', 'WAITING', 'ADMITTED', 'DECLINED')),
    decided_at timestamptz,
    decided_by_label text,
    reason text,
    check ((state in ('ADMITTED', 'DECLINED')) = (decided_at is not null and decided_by_label is not null and reason is not null))
);
create index emergency_file_by_sitting on delivery.emergency_file (sitting_id, received_at);
