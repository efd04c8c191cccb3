-- The paper of a form (its id) as candidates fetch it before the bell: encrypted under a key of its own, which they get at the bell.
create table delivery.sealed_paper (
    id uuid primary key,
    content bytea not null,
    digest text not null,
    key_cipher text not null
);
