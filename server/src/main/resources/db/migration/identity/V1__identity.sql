create schema if not exists identity;

create table identity.institution (
    id uuid primary key,
    code text not null unique,
    name text not null unique,
    contact text not null,
    status text not null check (status in ('ACTIVE', 'SUSPENDED')),
    created_at timestamptz not null
);

-- Names are clear text here and nowhere else; numbers are encrypted, found by a keyed hash.
create table identity.person (
    id uuid primary key,
    name text not null,
    id_number_cipher text not null,
    id_number_index bytea not null unique,
    phone_cipher text not null,
    photo_file uuid,
    created_at timestamptz not null,
    changed_at timestamptz not null
);

create table identity.person_change (
    id uuid primary key,
    person_id uuid not null references identity.person (id),
    field text not null,
    before_cipher text not null,
    changed_at timestamptz not null
);

create table identity.account (
    id uuid primary key,
    username text unique,
    password_hash text,
    display_name text not null,
    institution_id uuid references identity.institution (id),
    person_id uuid unique references identity.person (id),
    status text not null check (status in ('INVITED', 'ACTIVE', 'SUSPENDED')),
    created_at timestamptz not null,
    last_sign_in_at timestamptz,
    check (username = lower(username))
);

create table identity.account_role (
    account_id uuid not null references identity.account (id),
    role text not null,
    primary key (account_id, role)
);

create table identity.activation_code (
    id uuid primary key,
    account_id uuid not null references identity.account (id),
    code_index bytea not null unique,
    code_cipher text not null,
    issued_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz
);
create index activation_code_by_account on identity.activation_code (account_id, issued_at);

-- The one-time code printed at the first start, with which the first administrator is made.
create table identity.first_run (
    id int primary key check (id = 1),
    code_index bytea not null,
    used_at timestamptz
);
