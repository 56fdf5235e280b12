-- What every module's migration stands on: the application role, row-level security by region, and the job queue's door.
create schema if not exists platform;
grant usage on schema platform to loket24_app;

create extension if not exists pg_trgm;

-- Region isolation: every query of the application role sees and writes only rows of `loket.region`. Forced, so the owner is held to it too.
create function platform.protect(target regclass) returns void
language plpgsql as $$
declare
  schema_name name;
begin
  select n.nspname into strict schema_name
  from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = target;
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('drop policy if exists region_isolation on %s', target);
  execute format(
    'create policy region_isolation on %s using (region_id = current_setting(''loket.region'', true)) with check (region_id = current_setting(''loket.region'', true))',
    target
  );
  execute format('grant usage on schema %I to loket24_app', schema_name);
  execute format('revoke all on %s from loket24_app', target);
  execute format('grant select, insert, update, delete on %s to loket24_app', target);
end
$$;

-- The same for history: what is written stays as it was written.
create function platform.append_only(target regclass) returns void
language plpgsql as $$
begin
  perform platform.protect(target);
  execute format('revoke update, delete on %s from loket24_app', target);
end
$$;

-- Jobs are enqueued in the caller's transaction. The application role may not touch the queue's own tables; this is its only door.
-- The region is part of the task's name: a worker takes the jobs of its own region only.
create function platform.enqueue(
  task text,
  payload jsonb default '{}'::jsonb,
  run_at timestamptz default null,
  job_key text default null,
  max_attempts int default null
) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  region text := current_setting('loket.region');
begin
  perform graphile_worker.add_job(
    identifier => region || '/' || task,
    payload => payload::json,
    run_at => run_at,
    max_attempts => max_attempts,
    job_key => region || '/' || job_key
  );
end
$$;
revoke all on function platform.enqueue(text, jsonb, timestamptz, text, int) from public;
grant execute on function platform.enqueue(text, jsonb, timestamptz, text, int) to loket24_app;

-- Which content of regions/<id> is loaded, so a start with nothing new skips the load.
create table platform.region_load (
  region_id text not null default current_setting('loket.region') primary key,
  content_hash text not null,
  loaded_at timestamptz not null default now()
);
select platform.protect('platform.region_load'::regclass);

-- /readyz asks with the application's role whether all migrations are there.
grant select on platform.migration to loket24_app;
