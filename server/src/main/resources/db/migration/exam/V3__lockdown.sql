-- How strictly the candidates' machines are locked in a sitting; without a row, a plain browser.
create table exam.lockdown (
    sitting_id uuid primary key,
    level text not null check (level in ('PLAIN', 'SEB')),
    changed_at timestamptz not null,
    changed_by_label text not null
);
