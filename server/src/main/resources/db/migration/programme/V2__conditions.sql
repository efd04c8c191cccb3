-- What each sitting has published. A sitting keeps its rule set when the default changes.
alter table programme.sitting add column rule_set text not null default 'deck-2024';
alter table programme.sitting add column materials jsonb;

update programme.sitting set rule_set = coalesce(
    (select value from programme.parameter_setting where key = 'eligibilityRuleSet' order by set_at desc, id desc limit 1),
    'deck-2024');

comment on column programme.sitting.materials is 'which papers are asked for and when; null: the standard';

-- Rule sets in the making. A published one is an edition of its own, named rule-sets/<code>, and never changes.
create table programme.rule_draft (
    code text primary key check (code ~ '^[a-z0-9][a-z0-9-]{2,39}$'),
    based_on text not null,
    content jsonb not null,
    version integer not null check (version > 0),
    created_by text not null,
    created_at timestamptz not null,
    changed_by text not null,
    changed_at timestamptz not null
);

create table programme.rule_publication (
    code text primary key,
    based_on text not null,
    reason text not null,
    published_by text not null,
    published_at timestamptz not null
);
