-- Published service definitions: versions never change; a service points at the one now in force.
create schema if not exists catalogue;
grant usage on schema catalogue to loket24_app;

create table catalogue.service_version (
  region_id text not null default current_setting('loket.region'),
  id uuid not null,
  service text not null,
  version integer not null,
  hash text not null, -- sha256 over the canonical definition
  definition jsonb not null,
  published_at timestamptz not null,
  published_by text not null,
  primary key (region_id, id),
  constraint service_version_number_key unique (region_id, service, version)
);
select platform.append_only('catalogue.service_version'::regclass);

create table catalogue.service (
  region_id text not null default current_setting('loket.region'),
  slug text not null,
  version_id uuid not null,
  sector text not null,
  unit_code text, -- the agency, when the service belongs to one
  unit_kind text, -- else the kind of unit chosen by the applicant's area
  life_events text[] not null default '{}',
  popularity integer not null default 0,
  title_id text not null,
  search_text text not null, -- title, summary, everyday words and their synonyms
  search_vector tsvector generated always as (
    setweight(to_tsvector('indonesian', title_id), 'A') || setweight(to_tsvector('indonesian', search_text), 'B')
  ) stored,
  primary key (region_id, slug)
);
create index service_search on catalogue.service using gin (search_vector);
select platform.protect('catalogue.service'::regclass);

create table catalogue.synonym (
  region_id text not null default current_setting('loket.region'),
  word text not null,
  same_as text[] not null,
  primary key (region_id, word)
);
select platform.protect('catalogue.synonym'::regclass);

create table catalogue.life_event (
  region_id text not null default current_setting('loket.region'),
  slug text not null,
  title jsonb not null,
  summary jsonb not null,
  position integer not null,
  primary key (region_id, slug)
);
select platform.protect('catalogue.life_event'::regclass);

-- Bumped with every publication; pages cached in memory are valid for one revision.
create table catalogue.revision (
  region_id text not null default current_setting('loket.region') primary key,
  number bigint not null default 1
);
select platform.protect('catalogue.revision'::regclass);
