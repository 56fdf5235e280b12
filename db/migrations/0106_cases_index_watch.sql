-- The worker reads only what is due: of a million open cases the few whose moment has come.
create index concurrently if not exists case_watch on cases."case" (region_id, next_watch_at)
  where closed_at is null and next_watch_at is not null;
