create schema if not exists itembank;

create table itembank.item (
    id uuid primary key,
    code text not null unique,
    type text not null check (type in ('SINGLE_CHOICE', 'MULTIPLE_CHOICE', 'EXTENDED_TEXT')),
    topic text not null,
    created_at timestamptz not null
);
create index item_by_topic on itembank.item (topic, type, code);

-- The last number given out for each topic and type, so that two authors never get the same code.
create table itembank.item_series (
    topic text not null,
    type text not null,
    last_number int not null,
    primary key (topic, type)
);

-- What a candidate may see of an item, and its way through review. Never rewritten: an edit is another version.
create table itembank.item_version (
    id uuid primary key,
    item_id uuid not null references itembank.item (id),
    number int not null check (number > 0),
    status text not null check (status in ('DRAFT', 'RETURNED', 'APPROVED', 'SUPERSEDED', 'RETIRED')),
    stem text not null,
    options jsonb not null,
    written_by uuid,
    written_by_label text not null,
    written_at timestamptz not null,
    used_at timestamptz,
    unique (item_id, number)
);
create unique index item_version_one_approved on itembank.item_version (item_id) where status = 'APPROVED';
create unique index item_version_one_open on itembank.item_version (item_id) where status in ('DRAFT', 'RETURNED');

-- What no candidate may see stands in a table of its own: the candidate-safe queries do not touch it.
create table itembank.item_solution (
    version_id uuid primary key references itembank.item_version (id),
    point text not null,
    difficulty int not null check (difficulty between 1 and 5),
    correct jsonb not null,
    rationale text not null,
    marking_points jsonb not null,
    model_answer text not null,
    source_document text not null,
    source_clause text not null,
    source_edition text not null
);

-- Items that give each other away and never stand in one form.
create table itembank.enemy (
    code text not null,
    enemy_code text not null,
    primary key (code, enemy_code),
    check (code < enemy_code)
);

create table itembank.version_history (
    id uuid primary key,
    version_id uuid not null references itembank.item_version (id),
    verb text not null,
    from_status text,
    to_status text not null,
    at timestamptz not null,
    by_account uuid,
    by_label text not null,
    reason text
);
create index version_history_by_version on itembank.version_history (version_id, at);
