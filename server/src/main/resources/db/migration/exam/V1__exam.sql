create schema if not exists exam;

-- A level's forms. Which items stand on one is a secret from the first moment: the content is encrypted.
create table exam.form (
    id uuid primary key,
    sitting_id uuid not null,
    level text not null check (level in ('JUNIOR', 'INTERMEDIATE', 'SENIOR')),
    variant text not null check (variant in ('MAIN', 'SPARE')),
    status text not null check (status in ('DRAFT', 'PROPOSED', 'SEALED')),
    in_use boolean not null,
    content_cipher text not null,
    digest text,
    seed bigint not null,
    assembled_by uuid not null,
    assembled_label text not null,
    assembled_at timestamptz not null,
    proposed_by uuid,
    proposed_label text,
    proposed_at timestamptz,
    sealed_by uuid,
    sealed_label text,
    sealed_at timestamptz,
    unique (sitting_id, level, variant),
    check (status = 'DRAFT' or (digest is not null and proposed_by is not null and proposed_at is not null)),
    check (status <> 'SEALED' or (sealed_by is not null and sealed_at is not null and sealed_by <> proposed_by))
);
create unique index form_one_in_use on exam.form (sitting_id, level) where in_use;

create table exam.form_history (
    id uuid primary key,
    form_id uuid not null references exam.form (id),
    verb text not null,
    from_status text,
    to_status text not null,
    at timestamptz not null,
    by_account uuid,
    by_label text not null,
    reason text
);
create index form_history_by_form on exam.form_history (form_id, at);

-- Sealed is for good, whoever asks: only whether it is the one in use may still change.
create function exam.keep_sealed() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        raise exception 'exam.form % is sealed', old.id;
    end if;
    if (to_jsonb(new) - 'in_use') is distinct from (to_jsonb(old) - 'in_use') then
        raise exception 'exam.form % is sealed', old.id;
    end if;
    return new;
end $$;

create trigger form_stays_sealed before update or delete on exam.form
    for each row when (old.status = 'SEALED') execute function exam.keep_sealed();

create table exam.room (
    id uuid primary key,
    sitting_id uuid not null,
    site text not null,
    address text not null,
    name text not null,
    capacity int not null check (capacity between 1 and 500),
    code_cipher text not null,
    code_index bytea not null,
    created_at timestamptz not null,
    unique (sitting_id, site, name)
);

-- Who has fulfilled the requirement of study; seated as soon as the application is approved (institution known) and a
-- seat is free.
create table exam.candidacy (
    sitting_id uuid not null,
    person_id uuid not null,
    level text not null check (level in ('JUNIOR', 'INTERMEDIATE', 'SENIOR')),
    requirement_met_at timestamptz not null,
    institution_id uuid,
    primary key (sitting_id, person_id)
);

create table exam.admission (
    id uuid primary key,
    sitting_id uuid not null,
    person_id uuid not null,
    level text not null check (level in ('JUNIOR', 'INTERMEDIATE', 'SENIOR')),
    ticket_number text not null unique check (ticket_number ~ '^[0-9]{10}$'),
    room_id uuid not null references exam.room (id),
    seat int not null check (seat > 0),
    state text not null check (state in ('SEATED', 'ENTERED', 'ABSENT')),
    admitted_at timestamptz not null,
    entered_at timestamptz,
    unique (sitting_id, person_id),
    unique (room_id, seat)
);
create index admission_by_person on exam.admission (person_id);

create table exam.admission_history (
    id uuid primary key,
    admission_id uuid not null references exam.admission (id),
    verb text not null,
    from_state text,
    to_state text not null,
    at timestamptz not null,
    by_account uuid,
    by_label text not null,
    reason text
);
create index admission_history_by_admission on exam.admission_history (admission_id, at);

-- The last sequence given out for a day and level, so that a ticket number is never given twice.
create table exam.ticket_series (
    prefix text primary key,
    last_number int not null
);

-- A sitting without a row is planned. The rules of time are kept as they stood at the opening.
create table exam.run (
    sitting_id uuid primary key,
    state text not null check (state in ('OPEN', 'CLOSED')),
    starts_at timestamptz not null,
    duration_minutes int not null,
    late_entry_minutes int not null,
    earliest_hand_in_minutes int not null,
    grace_minutes int not null,
    lost_time_from_minutes int not null,
    opened_at timestamptz not null,
    opened_by_label text not null,
    closed_at timestamptz,
    closed_by_label text
);
