-- Entries are read newest first, often those of a few days.
create index entry_by_time on audit.entry (at, position);
