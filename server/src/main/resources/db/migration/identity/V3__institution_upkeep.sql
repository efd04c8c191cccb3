-- By what right an institution registers people, and whom to call there. Contacts are encrypted: they are private persons.
alter table identity.institution add column authorisation_number text;
alter table identity.institution add column authorised_from date;
alter table identity.institution add column authorised_to date;
alter table identity.institution add column authorised_levels text[] not null
    default array['JUNIOR', 'INTERMEDIATE', 'SENIOR'];
alter table identity.institution add column contact_cipher text;
alter table identity.institution add column version integer not null default 1 check (version > 0);
alter table identity.institution add check (
    (authorisation_number is null) = (authorised_from is null)
    and (authorised_from is null) = (authorised_to is null));

create table identity.institution_change (
    id uuid primary key,
    institution_id uuid not null references identity.institution (id),
    at timestamptz not null,
    actor text not null,
    verb text not null,
    reason text,
    detail text not null
);
create index institution_change_of on identity.institution_change (institution_id, at desc);
