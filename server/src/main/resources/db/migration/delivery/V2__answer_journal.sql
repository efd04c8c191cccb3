-- The head of an attempt is the last entry of its log. The process that owns the exam hour keeps it in memory, so that
-- a save writes no row but those of the answer.
alter table delivery.attempt
    drop column last_seq,
    drop column last_hash,
    drop column last_saved_at,
    -- Made when the sitting opens; nobody has come yet.
    alter column entered_at drop not null;

-- The owner appends only to attempts that it has read; the keys would lock the attempt's row with every answer.
alter table delivery.answer_log drop constraint answer_log_attempt_id_fkey;
alter table delivery.answer drop constraint answer_attempt_id_fkey;

-- Null is "not touched", so that one statement can set the answer, the flag, or both.
alter table delivery.answer
    alter column choices drop not null,
    alter column choices drop default,
    alter column answer_text drop not null,
    alter column answer_text drop default,
    alter column flagged drop not null,
    alter column flagged drop default,
    -- Room for the next versions of an answer on the same page: no index entry is written for them.
    set (fillfactor = 60);

-- Which process runs the exam. The number grows with every change of owner; whoever writes under an older one is fenced.
create table delivery.exam_hour (
    id int primary key check (id = 1),
    epoch bigint not null
);
insert into delivery.exam_hour (id, epoch) values (1, 0);

-- Volatile: the number is read after the lock is there, not as it was when the statement began. Who takes the hour over
-- holds the same lock alone, and so waits for what is under way.
create function delivery.holds_exam_hour(wanted bigint) returns boolean language plpgsql volatile as $$
begin
    perform pg_advisory_xact_lock_shared(7402, 2);
    return exists (select from delivery.exam_hour where epoch = wanted);
end $$;
