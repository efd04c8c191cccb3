-- The picture taken at entry beside the registered one; a person decides, never the system.
create table delivery.identity_check (
    attempt_id uuid primary key,
    -- Encrypted by files; null when the camera was refused or there is none.
    photo_file uuid,
    taken_at timestamptz,
    takes int not null default 0,
    camera text check (camera in ('TAKEN', 'REFUSED')),
    verdict text check (verdict in ('SAME', 'NOT_SAME', 'UNCLEAR')),
    by_eye boolean not null default false,
    reason text not null default '',
    decided_at timestamptz,
    decided_by uuid,
    decided_label text,
    check ((verdict is null) = (decided_at is null)),
    check ((photo_file is null) = (camera is distinct from 'TAKEN'))
);
