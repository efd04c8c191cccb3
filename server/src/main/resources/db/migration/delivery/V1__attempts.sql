create schema if not exists delivery;

-- One person's sitting of one paper. The rules of time are those that stood when the candidate entered.
create table delivery.attempt (
    id uuid primary key,
    admission_id uuid not null unique,
    sitting_id uuid not null,
    form_id uuid not null,
    level text not null,
    state text not null check (state in ('WAITING', 'OPEN', 'PAUSED', 'SUBMITTED', 'TERMINATED')),
    photo_file uuid,
    -- Order of items and options; the same after every reload.
    seed bigint not null,
    -- Grows with every entry; only the latest session may write.
    session_number int not null,
    bell timestamptz not null,
    duration_seconds int not null,
    earliest_hand_in_seconds int not null,
    grace_seconds int not null,
    extra_seconds int not null,
    paused_seconds bigint not null,
    paused_at timestamptz,
    -- bell + duration + extra + pauses, kept for the sweep.
    deadline timestamptz not null,
    entered_at timestamptz not null,
    opened_at timestamptz,
    submitted_at timestamptz,
    submitted_by text check (submitted_by in ('CANDIDATE', 'SYSTEM', 'INVIGILATOR')),
    receipt_number text unique,
    -- The head of the answer log.
    last_seq bigint not null,
    last_hash bytea not null,
    last_saved_at timestamptz,
    check ((state in ('SUBMITTED', 'TERMINATED')) = (submitted_at is not null))
);
create index attempt_by_sitting on delivery.attempt (sitting_id);
create index attempt_due on delivery.attempt (deadline) where state in ('WAITING', 'OPEN');

-- Append-only: what the candidate did, in the client's order, each entry hashed over the one before.
create table delivery.answer_log (
    attempt_id uuid not null references delivery.attempt (id),
    client_seq bigint not null check (client_seq > 0),
    item_id uuid not null,
    choices text[],
    answer_text text,
    flagged boolean,
    client_time timestamptz not null,
    received_at timestamptz not null,
    session_number int not null,
    hash bytea not null,
    primary key (attempt_id, client_seq),
    -- Either an answer or a flag.
    check ((flagged is null) = (choices is not null and answer_text is not null))
);
create function delivery.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'delivery.% is append-only', tg_table_name;
end $$;
create trigger answer_log_is_append_only before update or delete on delivery.answer_log
    for each row execute function delivery.refuse_change();

-- The log's outcome for each item, written in the same transaction.
create table delivery.answer (
    attempt_id uuid not null references delivery.attempt (id),
    item_id uuid not null,
    choices text[] not null default '{}',
    answer_text text not null default '',
    flagged boolean not null default false,
    primary key (attempt_id, item_id)
);

-- Who did what to an attempt, when and why; the candidate's timeline.
create table delivery.attempt_history (
    position bigint generated always as identity primary key,
    attempt_id uuid not null references delivery.attempt (id),
    at timestamptz not null,
    verb text not null,
    actor_id uuid,
    actor_label text not null,
    reason text not null,
    details jsonb not null
);
create index attempt_history_by_attempt on delivery.attempt_history (attempt_id, position);

-- News for a candidate, fetched with acknowledgements and heartbeats.
create table delivery.message (
    position bigint generated always as identity primary key,
    attempt_id uuid not null references delivery.attempt (id),
    sent_at timestamptz not null,
    body text not null
);
create index message_by_attempt on delivery.message (attempt_id, position);
