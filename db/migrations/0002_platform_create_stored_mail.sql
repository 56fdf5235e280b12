-- Mail of an installation without SMTP: kept for the development outbox instead of being sent.
create table platform.stored_mail (
  region_id text not null default current_setting('loket.region'),
  id uuid not null,
  stored_at timestamptz not null default now(),
  recipient text not null,
  subject text not null,
  body_text text not null,
  body_html text,
  attachments jsonb not null default '[]'::jsonb,
  primary key (region_id, id)
);
select platform.protect('platform.stored_mail'::regclass);
