-- What the configuration of Safe Exam Browser for a sitting is made of; id is the sitting's.
create table delivery.seb_settings (
    id uuid primary key,
    quit_password_cipher text not null,
    browser_exam_keys text[] not null default '{}',
    changed_at timestamptz not null,
    changed_by_label text not null
);

-- Links into the exam that work once. The holder is a session of an attempt, or a trial run.
create table delivery.entry_nonce (
    nonce_hash bytea primary key,
    holder text not null,
    issued_at timestamptz not null,
    used_at timestamptz
);
create index entry_nonce_by_holder on delivery.entry_nonce (holder, issued_at);

-- Which entry into the exam has shown that it runs in the locked browser.
create table delivery.lockdown_session (
    attempt_id uuid not null references delivery.attempt (id),
    session_number int not null,
    state text not null check (state in ('PROVEN', 'HELD', 'RELEASED')),
    -- Of the page on which the proof was given.
    nonce_hash bytea not null,
    header_seen boolean not null,
    changed_at timestamptz not null,
    primary key (attempt_id, session_number)
);

-- A candidate whom an invigilator lets work without the locked browser.
create table delivery.lockdown_exemption (
    admission_id uuid primary key,
    sitting_id uuid not null,
    reason text not null,
    exempted_at timestamptz not null,
    exempted_by_label text not null
);
create index lockdown_exemption_by_sitting on delivery.lockdown_exemption (sitting_id);

-- What happened about the lock, by the candidate's machine or by a person; the entry of an exemption may precede the attempt.
create table delivery.lockdown_act (
    position bigint generated always as identity primary key,
    admission_id uuid not null,
    attempt_id uuid references delivery.attempt (id),
    at timestamptz not null,
    verb text not null,
    actor_id uuid,
    actor_label text not null,
    reason text not null,
    details jsonb not null
);
create index lockdown_act_by_admission on delivery.lockdown_act (admission_id, position);
create trigger lockdown_act_is_append_only before update or delete on delivery.lockdown_act
    for each row execute function delivery.refuse_change();

-- What the exam's screen noticed of a candidate; evidence for a person, never a judgement.
create table delivery.evidence (
    attempt_id uuid not null references delivery.attempt (id),
    session_number int not null,
    client_seq bigint not null check (client_seq > 0),
    kind text not null,
    -- By the candidate's screen, in server time as it counts it; and when it was told.
    client_time timestamptz not null,
    received_at timestamptz not null,
    seconds int,
    primary key (attempt_id, session_number, client_seq)
);
create trigger evidence_is_append_only before update or delete on delivery.evidence
    for each row execute function delivery.refuse_change();

-- How far each session's evidence is taken in, and how much of it was only counted.
create table delivery.evidence_tally (
    attempt_id uuid not null references delivery.attempt (id),
    session_number int not null,
    last_seq bigint not null,
    minute timestamptz not null,
    kept_in_minute int not null,
    counted_only int not null,
    primary key (attempt_id, session_number)
);
