create schema if not exists programme;
