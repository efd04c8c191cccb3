create schema if not exists programme;

-- The programme's documents as installed; a changed document is a new version, the old ones stay.
create table programme.edition (
    document text not null,
    version integer not null check (version > 0),
    sha256 text not null,
    content jsonb not null,
    installed_at timestamptz not null,
    primary key (document, version)
);

-- What an administrator set instead of a default; the newest row of a key counts.
create table programme.parameter_setting (
    id uuid primary key,
    key text not null,
    value text not null,
    reason text not null,
    set_by text not null,
    set_at timestamptz not null
);
create index parameter_setting_key on programme.parameter_setting (key, set_at desc);

-- Announced years; the newest version of a year counts.
create table programme.calendar_year (
    year integer not null check (year between 2000 and 2999),
    version integer not null check (version > 0),
    source text not null,
    shipped_sha256 text,
    imported_by text not null,
    imported_at timestamptz not null,
    primary key (year, version)
);

create table programme.calendar_day (
    year integer not null,
    version integer not null,
    day date not null,
    kind text not null check (kind in ('OFF', 'WORK')),
    name text not null,
    primary key (year, version, day),
    foreign key (year, version) references programme.calendar_year (year, version),
    check (extract(year from day) = year)
);

create table programme.sitting (
    id uuid primary key,
    code text not null unique check (code ~ '^\d{4}-\d{2}$'),
    exam_date date not null,
    starts_at time not null,
    registration_closes timestamp,
    registration_basis text,
    lookup_opened date,
    rules jsonb not null,
    version integer not null check (version > 0),
    check ((registration_closes is null) = (registration_basis is null))
);
create index sitting_exam_date on programme.sitting (exam_date);

comment on column programme.sitting.registration_closes is 'civil time, Asia/Shanghai; null: by the rule';

create table programme.sitting_change (
    id uuid primary key,
    sitting_id uuid not null references programme.sitting (id),
    at timestamptz not null,
    actor text not null,
    verb text not null,
    reason text not null,
    detail text not null
);
create index sitting_change_sitting on programme.sitting_change (sitting_id, at desc);
