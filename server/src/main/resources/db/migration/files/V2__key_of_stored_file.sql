-- Which key a file is encrypted with: a stream does not say so itself. Unknown means an old one.
alter table files.stored_file add column key_id bigint;
