create schema if not exists marking;

-- One handed-in paper. Marking knows it by the attempt's id only.
create table marking.script (
    attempt_id uuid primary key,
    admission_id uuid not null,
    sitting_id uuid not null,
    level text not null,
    received_at timestamptz not null,
    marked_at timestamptz
);
create index script_by_sitting on marking.script (sitting_id);

create table marking.item_score (
    attempt_id uuid not null references marking.script (attempt_id),
    item_id uuid not null,
    item_type text not null,
    points numeric(4, 1) not null check (points >= 0),
    decided_by text not null check (decided_by in ('MACHINE', 'MARKERS', 'LEADER')),
    primary key (attempt_id, item_id)
);

-- One written answer that people mark.
create table marking.answer_task (
    id uuid primary key,
    attempt_id uuid not null references marking.script (attempt_id),
    item_id uuid not null,
    code text not null,
    answer text not null,
    state text not null,
    full_points numeric(4, 1) not null,
    unique (attempt_id, item_id)
);
create index answer_task_open on marking.answer_task (state, item_id);

create table marking.mark (
    id uuid primary key,
    task_id uuid not null references marking.answer_task (id),
    marker_id uuid not null,
    position int not null,
    given text not null,
    points numeric(4, 1) not null check (points >= 0),
    remark text not null,
    marked_at timestamptz not null,
    unique (task_id, marker_id),
    unique (task_id, position)
);
create index mark_by_marker on marking.mark (marker_id, marked_at);

create table marking.reservation (
    task_id uuid not null references marking.answer_task (id),
    marker_id uuid not null unique,
    until timestamptz not null,
    primary key (task_id, marker_id)
);

create table marking.task_event (
    id uuid primary key,
    task_id uuid not null references marking.answer_task (id),
    from_state text not null,
    to_state text not null,
    by_account uuid not null,
    reason text not null,
    at timestamptz not null
);
