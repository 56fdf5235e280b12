-- What registers stated while a form was filled in, and what was filled in for the person from an earlier case.
alter table applications.draft add column registers jsonb not null default '{}';
alter table applications.draft add column filled jsonb;
