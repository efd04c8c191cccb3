-- A candidate's check of a machine, days before the exam. Code and token are kept as hashes.
create table delivery.trial_run (
    id uuid primary key,
    sitting_id uuid not null,
    person_id uuid not null,
    code_hash bytea not null unique,
    code_until timestamptz not null,
    token_hash bytea unique,
    -- Set when the locked browser has proven itself in this run.
    seb_proven boolean not null default false,
    machine text,
    finished_at timestamptz,
    passed boolean,
    checks jsonb,
    override_reason text,
    overridden_at timestamptz,
    overridden_by_label text,
    check ((finished_at is null) = (passed is null and checks is null and machine is null)),
    check ((overridden_at is null) = (override_reason is null and overridden_by_label is null))
);
create index trial_run_by_person on delivery.trial_run (sitting_id, person_id);
