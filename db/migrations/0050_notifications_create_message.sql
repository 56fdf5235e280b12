-- Outgoing messages: written in the transaction that causes them, sent by a job.
create schema if not exists notifications;
grant usage on schema notifications to loket24_app;

create table notifications.message (
  region_id text not null default current_setting('loket.region'),
  id uuid not null,
  key text not null, -- the same key twice is one message
  recipient text not null,
  subject text not null,
  body text not null,
  created_at timestamptz not null,
  sent_at timestamptz,
  failure text,
  primary key (region_id, id),
  constraint message_key unique (region_id, key)
);
create index message_newest on notifications.message (region_id, created_at desc);
select platform.protect('notifications.message'::regclass);
