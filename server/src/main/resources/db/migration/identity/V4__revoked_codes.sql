-- A code issued anew makes the earlier ones worthless at once.
alter table identity.activation_code add column revoked_at timestamptz;
