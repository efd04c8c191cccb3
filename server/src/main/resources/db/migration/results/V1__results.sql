create schema if not exists results;

create table results.result (
    id uuid primary key,
    admission_id uuid not null unique,
    person_id uuid not null,
    sitting_id uuid not null,
    level text not null,
    single_choice numeric(4, 1) not null,
    multiple_choice numeric(4, 1) not null,
    extended_text numeric(4, 1) not null,
    total numeric(4, 1) not null,
    pass_mark numeric(4, 1) not null,
    passed boolean not null,
    state text not null,
    approved_by uuid,
    released_by uuid,
    released_at timestamptz,
    composed_at timestamptz not null
);
create index result_by_sitting on results.result (sitting_id, state);
create index result_by_person on results.result (person_id);

create table results.result_event (
    id uuid primary key,
    result_id uuid not null references results.result (id),
    from_state text not null,
    to_state text not null,
    by_account uuid,
    reason text not null,
    at timestamptz not null
);
