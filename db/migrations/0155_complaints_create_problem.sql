-- Complaints: a report is a case; a problem is what many reports are about. What is here can be worked out again from the
-- events of the cases, but for what people add: titles and texts for the public, merges, moderation, followers.
create schema if not exists complaints;
grant usage on schema complaints to loket24_app;

create table complaints.problem (
  region_id text not null default current_setting('loket.region'),
  id uuid not null,
  code text not null, -- short, random, in public addresses: never the number of a report
  title text not null, -- for officers until it is published
  category text, -- none until somebody knows
  unit_id uuid not null, -- who is responsible now
  area_code text,
  place text, -- landmark in the words of the first reporter
  lat double precision,
  long double precision,
  cell bigint, -- square of about 200 m, for the search of neighbours
  status text not null check (status in ('open', 'waiting', 'closed', 'refused')),
  priority text not null default 'normal' check (priority in ('urgent', 'high', 'normal', 'low')),
  level text not null check (level in ('open', 'anonymous', 'secret')), -- of the leading report: a secret one is never published
  lead_case uuid not null,
  reports integer not null default 1 check (reports >= 0), -- that may be known of; a secret one is counted apart
  secret_reports integer not null default 0 check (secret_reports >= 0),
  supporters integer not null default 0 check (supporters >= 0),
  opened_at timestamptz not null,
  updated_at timestamptz not null, -- moved only by what may be known of
  due_at timestamptz,
  closed_at timestamptz,
  closed_how text check (closed_how in ('confirmed', 'silence', 'answered', 'withdrawn', 'joined')),
  reopened integer not null default 0,
  published boolean not null default false,
  published_at timestamptz,
  public_title text,
  public_text text,
  asset_id uuid,
  merged_into uuid, -- the problem its report was joined to
  version integer not null default 1,
  words tsvector generated always as (
    to_tsvector('indonesian'::regconfig, coalesce(public_title, '') || ' ' || coalesce(public_text, '') || ' ' || coalesce(place, ''))
  ) stored,
  primary key (region_id, id),
  constraint problem_code_key unique (region_id, code),
  constraint problem_place check ((lat is null) = (long is null) and (lat is null) = (cell is null)),
  constraint problem_secret check (not (published and level = 'secret'))
);
create index problem_near on complaints.problem (region_id, cell) where status in ('open', 'waiting') and merged_into is null;
create index problem_near_area on complaints.problem (region_id, area_code, category, updated_at desc)
  where status in ('open', 'waiting') and merged_into is null;
create index problem_public on complaints.problem (region_id, updated_at desc, id desc) where published;
create index problem_public_category on complaints.problem (region_id, category, updated_at desc, id desc) where published;
create index problem_public_area on complaints.problem (region_id, area_code, updated_at desc, id desc) where published;
create index problem_public_cell on complaints.problem (region_id, cell, updated_at desc) where published;
create index problem_queue on complaints.problem (region_id, unit_id, due_at, id) where status in ('open', 'waiting');
create index problem_lead on complaints.problem (region_id, lead_case);
create index problem_words on complaints.problem using gin (words) where published;
select platform.protect('complaints.problem'::regclass);

create table complaints.report (
  region_id text not null default current_setting('loket.region'),
  case_id uuid not null,
  number text not null,
  kind text not null check (kind in ('complaint', 'suggestion', 'question')),
  problem_id uuid, -- suggestions and questions have none until an officer joins them to one
  category text,
  level text not null check (level in ('open', 'anonymous', 'secret')),
  lat double precision,
  long double precision,
  cell bigint,
  area_code text,
  place text,
  body text not null,
  public_text text,
  state text not null, -- of the case
  status text not null,
  unit_id uuid not null,
  priority text not null default 'normal' check (priority in ('urgent', 'high', 'normal', 'low')),
  class text, -- of the profile: which time holds for finishing
  channel text not null,
  reported_at timestamptz not null,
  attached_at timestamptz,
  due_at timestamptz,
  closed_at timestamptz,
  primary key (region_id, case_id),
  constraint report_number_key unique (region_id, number)
);
create index report_problem on complaints.report (region_id, problem_id, reported_at);
create index report_waiting on complaints.report (region_id, state, reported_at, case_id) where closed_at is null;
create index report_unit on complaints.report (region_id, unit_id, due_at, case_id) where closed_at is null;
create index report_age on complaints.report (region_id, reported_at);
create index report_words on complaints.report using gin (to_tsvector('indonesian'::regconfig, body));
select platform.protect('complaints.report'::regclass);

create table complaints.photo (
  region_id text not null default current_setting('loket.region'),
  id uuid not null,
  case_id uuid not null,
  problem_id uuid,
  upload_id uuid not null, -- as it came, its position taken out: for officers
  public_upload_id uuid, -- what everybody may see, once somebody has looked at it
  kind text not null check (kind in ('before', 'after', 'proof')),
  lat double precision,
  long double precision,
  distance_m integer, -- from the reported point
  position integer not null default 0, -- order on the page
  at timestamptz not null,
  primary key (region_id, id),
  constraint photo_once unique (region_id, case_id, upload_id, kind)
);
create index photo_problem on complaints.photo (region_id, problem_id, kind, position);
select platform.protect('complaints.photo'::regclass);

-- Joining a report to a problem and undoing it: who, why.
create table complaints.attachment (
  region_id text not null default current_setting('loket.region'),
  id uuid not null,
  case_id uuid not null,
  problem_id uuid not null, -- joined to, or taken from
  from_problem_id uuid, -- where it stood before: an undo brings it back there
  what text not null check (what in ('joined', 'undone')),
  reason text,
  officer_id uuid,
  at timestamptz not null,
  primary key (region_id, case_id, at, id)
);
create index attachment_problem on complaints.attachment (region_id, problem_id, at);
select platform.append_only('complaints.attachment'::regclass);

-- Handing over from unit to unit. Whoever offers stays responsible until the other has taken it.
create table complaints.custody (
  region_id text not null default current_setting('loket.region'),
  id uuid not null,
  case_id uuid not null,
  from_unit uuid not null,
  to_unit uuid not null,
  what text not null check (what in ('assigned', 'offered', 'accepted', 'refused')),
  reason text,
  officer_id uuid,
  at timestamptz not null,
  primary key (region_id, case_id, at, id)
);
create index custody_age on complaints.custody (region_id, at);
select platform.append_only('complaints.custody'::regclass);

create table complaints.moderation (
  region_id text not null default current_setting('loket.region'),
  id uuid not null,
  problem_id uuid not null,
  what text not null check (what in ('published', 'hidden', 'changed', 'photo-shown', 'photo-hidden')),
  reason text,
  before jsonb, -- texts as they stood
  officer_id uuid,
  at timestamptz not null,
  primary key (region_id, problem_id, at, id)
);
select platform.append_only('complaints.moderation'::regclass);

-- Was it really done? Asked of every reporter; silence is an answer of its own.
create table complaints.asked (
  region_id text not null default current_setting('loket.region'),
  id uuid not null,
  case_id uuid not null,
  problem_id uuid,
  what text not null check (what in ('asked', 'yes', 'no', 'silence', 'inspect', 'inspected-good', 'inspected-bad')),
  channel text,
  note text,
  at timestamptz not null,
  primary key (region_id, case_id, at, id)
);
create index asked_age on complaints.asked (region_id, what, at);
select platform.append_only('complaints.asked'::regclass);

-- "Me too" and news by e-mail, without a report of one's own.
create table complaints.follower (
  region_id text not null default current_setting('loket.region'),
  id uuid not null,
  problem_id uuid not null,
  who_hash text not null, -- keyed hash of the e-mail address or of the browser: nobody counts twice
  email text, -- only for news; none for a mere "me too"
  locale text not null default 'id' check (locale in ('id', 'en')),
  confirmed_at timestamptz,
  at timestamptz not null,
  primary key (region_id, id),
  constraint follower_once unique (region_id, problem_id, who_hash)
);
select platform.protect('complaints.follower'::regclass);
