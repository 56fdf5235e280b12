-- What the classifier of reports knows: the region's categories as loaded, texts people put into the right category, and how well it does.
create schema if not exists triage;
grant usage on schema triage to loket24_app;

create table triage.content (
  region_id text not null default current_setting('loket.region'),
  revision text not null, -- hash of the files
  body jsonb not null,
  loaded_at timestamptz not null,
  primary key (region_id)
);
select platform.protect('triage.content'::regclass);

-- A report somebody put where it belongs; without personal data, for learning.
create table triage.label (
  region_id text not null default current_setting('loket.region'),
  id uuid not null,
  text text not null check (char_length(text) <= 4000),
  category text not null,
  guessed text, -- what was suggested then
  officer_id uuid,
  at timestamptz not null,
  primary key (region_id, id)
);
select platform.append_only('triage.label'::regclass);

-- Each training: how many texts, how often right on texts it had not seen, and whether it was taken into use.
create table triage.training (
  region_id text not null default current_setting('loket.region'),
  id uuid not null,
  at timestamptz not null,
  revision text not null,
  labels integer not null, -- corrected texts, the oldest so many
  texts integer not null,
  first_right double precision not null check (first_right between 0 and 1),
  third_right double precision not null check (third_right between 0 and 1),
  used boolean not null,
  primary key (region_id, id)
);
select platform.append_only('triage.training'::regclass);
