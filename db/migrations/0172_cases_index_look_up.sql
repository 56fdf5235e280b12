-- Cases registers are still to be asked about, the longest awaited first.
create index concurrently if not exists case_look_up on cases."case" (region_id, look_up_at) where look_up_at is not null;
