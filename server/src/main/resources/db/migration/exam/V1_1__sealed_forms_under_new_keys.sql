-- A sealed form's content may be encrypted anew under another key by the rotation, which says so in its transaction.
-- What it reads is guarded by its digest all the same.
create or replace function exam.keep_sealed() returns trigger language plpgsql as $$
declare
    free text[] := array['in_use'];
begin
    if tg_op = 'DELETE' then
        raise exception 'exam.form % is sealed', old.id;
    end if;
    if current_setting('tanshi.rotating_keys', true) = 'on' then
        free := array['in_use', 'content_cipher'];
    end if;
    if (to_jsonb(new) - free) is distinct from (to_jsonb(old) - free) then
        raise exception 'exam.form % is sealed', old.id;
    end if;
    return new;
end $$;
