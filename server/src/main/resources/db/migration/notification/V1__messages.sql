create schema if not exists notification;

-- The words of each kind of message; the highest version is in force, no version is ever changed.
create table notification.template (
    kind text not null,
    version int not null check (version > 0),
    subject_zh text not null,
    body_zh text not null,
    subject_en text not null,
    body_en text not null,
    changed_at timestamptz not null,
    changed_by text not null,
    reason text not null,
    primary key (kind, version)
);

-- Inside the application every message is shown; these are the ways out of it.
create table notification.channel_switch (
    kind text primary key,
    email boolean not null,
    sms boolean not null
);

-- A recipient is the account of staff or the person of a candidate, both as opaque ids.
create table notification.recipient (
    id uuid primary key,
    language text not null check (language in ('ZH', 'EN'))
);

create table notification.declined_email (
    recipient uuid not null,
    kind text not null,
    primary key (recipient, kind)
);

create table notification.message (
    id uuid primary key,
    event_key text not null,
    recipient uuid not null,
    kind text not null,
    template_version int not null,
    content_cipher text not null,
    link text not null,
    created_at timestamptz not null,
    read_at timestamptz,
    -- One event is one message for each recipient, however often it is heard.
    unique (event_key, recipient)
);
create index message_of on notification.message (recipient, created_at desc, id desc);
create index message_unread on notification.message (recipient) where read_at is null;

-- The outbox. Address and number are looked up when something is sent and stand in no row.
create table notification.delivery (
    id uuid primary key,
    event_key text not null,
    recipient uuid not null,
    candidate boolean not null,
    channel text not null check (channel in ('EMAIL', 'SMS')),
    kind text not null,
    content_cipher text not null,
    state text not null check (state in ('WAITING', 'SENDING', 'SENT', 'UNCERTAIN', 'FAILED')),
    attempts int not null default 0,
    created_at timestamptz not null,
    next_attempt_at timestamptz not null,
    claimed_by uuid,
    claimed_at timestamptz,
    finished_at timestamptz,
    trouble text,
    reply_code int,
    unique (event_key, recipient, channel)
);
create index delivery_due on notification.delivery (next_attempt_at) where state = 'WAITING';
create index delivery_sending on notification.delivery (claimed_at) where state = 'SENDING';
create index delivery_newest on notification.delivery (created_at desc, id desc);
