-- A screen that was not heard for longer than its heartbeats explain; written when it is heard again.
create table delivery.silence (
    attempt_id uuid not null,
    from_at timestamptz not null,
    until_at timestamptz not null,
    primary key (attempt_id, from_at),
    check (from_at < until_at)
);

-- Lost time given back: one person proposes, another decides.
create table delivery.ruling (
    id uuid primary key,
    sitting_id uuid not null,
    category text not null,
    scope text not null check (scope in ('CANDIDATE', 'ROOM', 'SITE', 'ALL')),
    -- The seat, the room or the site, in words.
    place text not null,
    from_at timestamptz not null,
    until_at timestamptz not null,
    -- Given by judgement, where the log has nothing to compute from.
    minutes int check (minutes between 1 and 120),
    reason text not null,
    state text not null check (state in ('PROPOSED', 'APPROVED', 'REFUSED')),
    proposed_at timestamptz not null,
    proposed_by uuid not null,
    proposed_label text not null,
    decided_at timestamptz,
    decided_by uuid,
    decided_label text,
    decision text,
    check (from_at < until_at),
    check ((state = 'PROPOSED') = (decided_at is null)),
    check ((decided_at is null) = (decided_by is null)),
    check (decided_by <> proposed_by)
);
create index ruling_by_sitting on delivery.ruling (sitting_id, proposed_at);

-- What each candidate is given by a ruling, fixed when it is proposed.
create table delivery.ruling_share (
    ruling_id uuid not null references delivery.ruling (id),
    attempt_id uuid not null,
    lost_seconds int not null,
    minutes int not null check (minutes > 0),
    -- Null until the clock was moved, or it turned out that the attempt is over.
    outcome text check (outcome in ('GIVEN', 'OVER')),
    primary key (ruling_id, attempt_id)
);
create index ruling_share_by_attempt on delivery.ruling_share (attempt_id);
create index ruling_share_left on delivery.ruling_share (ruling_id) where outcome is null;

-- The end of an attempt by ruling: one person proposes, another decides.
create table delivery.termination (
    id uuid primary key,
    sitting_id uuid not null,
    attempt_id uuid not null,
    reason text not null,
    state text not null check (state in ('PROPOSED', 'CONFIRMED', 'REFUSED')),
    proposed_at timestamptz not null,
    proposed_by uuid not null,
    proposed_label text not null,
    decided_at timestamptz,
    decided_by uuid,
    decided_label text,
    check ((state = 'PROPOSED') = (decided_at is null)),
    check ((decided_at is null) = (decided_by is null)),
    check (state <> 'CONFIRMED' or decided_by <> proposed_by)
);
create unique index termination_one_open on delivery.termination (attempt_id) where state = 'PROPOSED';
create index termination_by_sitting on delivery.termination (sitting_id);
