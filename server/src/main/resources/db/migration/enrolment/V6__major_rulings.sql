-- Rulings on majors that no rule set lists, per rule set; no personal data. A revoked one stays for those it has decided.
create table enrolment.major_ruling (
    id uuid primary key,
    rule_set text not null,
    major_key text not null,
    major text not null,
    related boolean not null,
    reason text not null,
    application_id uuid references enrolment.application (id),
    decided_at timestamptz not null,
    decided_by text not null,
    revoked_at timestamptz,
    revoked_by text,
    revoke_reason text,
    check ((revoked_at is null) = (revoke_reason is null)),
    check ((revoked_at is null) = (revoked_by is null))
);
create unique index major_ruling_in_force on enrolment.major_ruling (rule_set, major_key) where revoked_at is null;
create index major_ruling_newest on enrolment.major_ruling (rule_set, decided_at desc);
