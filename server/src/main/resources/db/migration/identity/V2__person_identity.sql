-- Who changed what of a person, why, and from where; what was typed may hold personal data and is encrypted.
alter table identity.person_change
    add column changed_by text,
    add column reason_cipher text,
    add column origin text;
create index person_change_of on identity.person_change (person_id, changed_at);

-- Erased: nothing is left that tells who it was.
alter table identity.person add column erased_at timestamptz;
create index person_by_name on identity.person (name);

-- A person who turned out to be another one: whoever asks for this one gets the survivor.
create table identity.person_alias (
    id uuid primary key,
    person_id uuid not null unique references identity.person (id),
    survivor_id uuid not null references identity.person (id),
    reason_cipher text not null,
    merged_by text not null,
    merged_at timestamptz not null,
    check (person_id <> survivor_id)
);
create index person_alias_of on identity.person_alias (survivor_id);

-- Erasing a person takes two: one proposes, another confirms.
create table identity.erasure (
    id uuid primary key,
    person_id uuid not null references identity.person (id),
    state text not null check (state in ('PROPOSED', 'WITHDRAWN', 'DONE')),
    reason_cipher text not null,
    proposed_by uuid not null,
    proposed_by_label text not null,
    proposed_at timestamptz not null,
    decided_by_label text,
    decided_at timestamptz
);
create unique index erasure_one_open on identity.erasure (person_id) where state = 'PROPOSED';

-- How long each kind of document is kept; a kind without a row keeps the default of this installation.
create table identity.retention_rule (
    kind text primary key,
    months int not null check (months between 1 and 600),
    changed_by text not null,
    changed_at timestamptz not null
);

-- What a purge removed.
create table identity.purge_run (
    id uuid primary key,
    at timestamptz not null,
    started_by text not null,
    kind text not null,
    months int not null,
    removed int not null,
    kept int not null
);
create index purge_run_at on identity.purge_run (at);
