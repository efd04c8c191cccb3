create schema if not exists audit;

create table audit.entry (
    id uuid primary key,
    position bigint generated always as identity unique,
    at timestamptz not null,
    actor_kind text not null check (actor_kind in ('account', 'system', 'anonymous')),
    actor_id uuid,
    actor_label text not null,
    action text not null,
    subject_type text not null,
    subject_id text not null,
    details jsonb not null
);
create index entry_by_subject on audit.entry (subject_type, subject_id, position);
create index entry_by_actor on audit.entry (actor_id, position);

-- Append-only: what was done stays on record, whoever asks.
create function audit.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'audit.entry is append-only';
end $$;

create trigger entry_is_append_only before update or delete on audit.entry
    for each row execute function audit.refuse_change();
create trigger entry_is_never_emptied before truncate on audit.entry
    for each statement execute function audit.refuse_change();
