-- Where an account of staff wants its e-mail; candidates' addresses stand in their registration.
alter table identity.account add column email_cipher text;
