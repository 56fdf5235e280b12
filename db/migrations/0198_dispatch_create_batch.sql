-- One action for many reports: who did what to which, what became of each, and one undo for all.
create table dispatch.batch (
  region_id text not null default current_setting('loket.region'),
  id uuid not null, -- of the request: pressed twice it is one
  kind text not null check (kind in ('forward', 'join')),
  officer_id uuid not null,
  unit_id uuid not null, -- of the verifier: colleagues of that unit may look and undo
  what jsonb not null,
  total integer not null check (total > 0),
  state text not null check (state in ('running', 'done', 'undoing', 'undone')),
  created_at timestamptz not null,
  finished_at timestamptz,
  primary key (region_id, id)
);
create index batch_unit on dispatch.batch (region_id, unit_id, created_at desc);
select platform.protect('dispatch.batch'::regclass);

create table dispatch.batch_item (
  region_id text not null default current_setting('loket.region'),
  batch_id uuid not null,
  number text not null, -- of the report
  position integer not null,
  state text not null check (state in ('waiting', 'done', 'refused', 'undone', 'kept')),
  code text, -- why it was refused or kept
  at timestamptz,
  primary key (region_id, batch_id, number),
  foreign key (region_id, batch_id) references dispatch.batch (region_id, id)
);
create index batch_item_state on dispatch.batch_item (region_id, batch_id, state, position);
select platform.protect('dispatch.batch_item'::regclass);
