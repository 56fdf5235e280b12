-- Applications being filled in: opened by their link, pinned to a version from the first page.
create schema if not exists applications;
grant usage on schema applications to loket24_app;

create table applications.draft (
  region_id text not null default current_setting('loket.region'),
  token_hash text not null, -- of the secret in the link
  id uuid not null, -- becomes the submission key: one draft, one case
  service text not null,
  version_id uuid not null,
  answers jsonb not null default '{}', -- raw, as typed
  documents jsonb not null default '[]',
  seen text[] not null default '{}', -- pages that were saved at least once
  created_at timestamptz not null,
  updated_at timestamptz not null,
  sent_at timestamptz, -- answers are emptied then; the row stays so that a second press finds its receipt
  primary key (region_id, token_hash)
);
create index draft_age on applications.draft (region_id, updated_at);
select platform.protect('applications.draft'::regclass);
