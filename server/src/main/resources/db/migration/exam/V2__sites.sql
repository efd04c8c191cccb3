-- Exam sites stand above the rooms of any sitting; what was written at each room becomes one site.
create table exam.site (
    id uuid primary key,
    name text not null unique,
    address text not null,
    contact text not null default '',
    directions text not null default '',
    created_at timestamptz not null
);

insert into exam.site (id, name, address, created_at)
select gen_random_uuid(), site, (array_agg(address order by created_at desc))[1], min(created_at)
from exam.room
group by site;

alter table exam.room add column site_id uuid references exam.site (id);
update exam.room set site_id = (select s.id from exam.site s where s.name = room.site);
alter table exam.room alter column site_id set not null;
alter table exam.room drop column site;
alter table exam.room drop column address;
alter table exam.room add constraint room_once unique (sitting_id, site_id, name);

-- Where the people of an institution are seated first.
create table exam.site_preference (
    institution_id uuid primary key,
    site_id uuid not null references exam.site (id) on delete cascade
);
