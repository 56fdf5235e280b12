-- What the inbox says beside a row (warnings, who above knows, a reminder) in a column of its own: reading it out of the whole projection,
-- which is kept outside of the row, cost more than the rest of the list.
alter table cases."case" add column noted json;

-- Every region at once: the owner sees none of them while row security is forced on it. Only open cases with something to say are written.
alter table cases."case" no force row level security;
update cases."case" set noted = json_build_object(
  'warned', coalesce(projection -> 'warned', '{}'::json),
  'raised', coalesce((select max((one ->> 'level')::integer) from json_array_elements(projection -> 'escalations') one), 0),
  'remindedAt', case when projection -> 'reminder' ->> 'at' >= projection ->> 'since' then projection -> 'reminder' ->> 'at' end)
where closed_at is null
  and (projection -> 'warned' is not null or projection -> 'escalations' is not null or projection -> 'reminder' is not null);
alter table cases."case" force row level security;
