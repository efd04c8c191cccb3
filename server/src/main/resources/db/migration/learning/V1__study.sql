create schema if not exists learning;

create table learning.course (
    code text primary key,
    title text not null,
    unit_hours int not null,
    content jsonb not null,
    sha256 text not null,
    imported_at timestamptz not null
);

create table learning.study (
    id uuid primary key,
    person_id uuid not null,
    sitting_id uuid not null,
    institution_id uuid not null,
    application_id uuid not null,
    level text not null,
    course_code text not null references learning.course (code),
    status text not null check (status in ('STUDYING', 'REQUIREMENT_MET')),
    opened_at timestamptz not null,
    met_at timestamptz,
    last_studied_at timestamptz,
    unique (person_id, sitting_id)
);
create index study_by_institution on learning.study (institution_id, sitting_id);

-- Milliseconds credited to a lesson, never more than the lesson is worth.
create table learning.lesson_time (
    study_id uuid not null references learning.study (id),
    lesson_code text not null,
    counted_millis bigint not null check (counted_millis >= 0),
    primary key (study_id, lesson_code)
);

-- One opening of the player: the details behind each receipt.
create table learning.study_window (
    id uuid primary key,
    number bigint generated always as identity,
    study_id uuid not null references learning.study (id),
    lesson_code text not null,
    started_at timestamptz not null,
    last_beat_at timestamptz not null,
    beats int not null,
    counted_millis bigint not null,
    uncounted_millis bigint not null,
    ended_at timestamptz
);
create index study_window_by_study on learning.study_window (study_id, started_at);

create table learning.quiz_answer (
    study_id uuid not null references learning.study (id),
    lesson_code text not null,
    question int not null,
    chosen int not null,
    correct boolean not null,
    tries int not null,
    answered_at timestamptz not null,
    primary key (study_id, lesson_code, question)
);
