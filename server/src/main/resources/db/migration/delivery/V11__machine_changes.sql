-- At which machine an attempt is sat. What a machine names itself with lets it back in, so only its hash is kept.
create table delivery.machine (
    attempt_id uuid primary key references delivery.attempt (id),
    machine_hash bytea not null,
    since timestamptz not null
);

-- A candidate asks to go on at another machine; a person lets in or refuses.
create table delivery.machine_request (
    id uuid primary key,
    attempt_id uuid not null references delivery.attempt (id),
    sitting_id uuid not null,
    machine_hash bytea not null,
    -- System and browser, as the machine says.
    label text not null,
    asked_at timestamptz not null,
    -- By its waiting screen; who has gone away is not shown to anybody.
    heard_at timestamptz not null,
    state text not null check (state in ('ASKED', 'RELEASED', 'REFUSED', 'USED')),
    decided_at timestamptz,
    decided_by_label text,
    reason text,
    check ((state = 'ASKED') = (decided_at is null and decided_by_label is null and reason is null))
);
create index machine_request_by_attempt on delivery.machine_request (attempt_id, asked_at);
create unique index machine_request_one_open on delivery.machine_request (attempt_id, machine_hash) where state = 'ASKED';
create index machine_request_open on delivery.machine_request (sitting_id) where state = 'ASKED';

-- Whether a candidate whose machine has fallen silent may go on elsewhere without asking; id is the sitting's. Without a
-- row a person decides each time.
create table delivery.machine_policy (
    id uuid primary key,
    silent_may_move boolean not null,
    changed_at timestamptz not null,
    changed_by_label text not null
);
