create schema if not exists files;

create table files.stored_file (
    id uuid primary key,
    size bigint not null,
    sha256 text not null,
    media_type text not null,
    stored_at timestamptz not null
);
create index stored_file_by_content on files.stored_file (sha256);
