-- Ready sentences for answers to reporters, kept by administrators.
create table dispatch.template (
  region_id text not null default current_setting('loket.region'),
  id uuid not null,
  title text not null check (char_length(title) between 1 and 80),
  body text not null check (char_length(body) between 1 and 1000), -- with places to fill: {nomor}, {tempat}, {kategori}, {dinas}
  active boolean not null default true,
  changed_at timestamptz not null,
  changed_by uuid,
  primary key (region_id, id)
);
select platform.protect('dispatch.template'::regclass);

-- Words are mostly looked for among open reports: those few have an index of their own, so that a common word finds the open ones.
-- squawk-ignore require-concurrent-index-creation
create index report_words_open on complaints.report using gin (to_tsvector('indonesian'::regconfig, body)) where closed_at is null;
create function complaints.find_open_reports(p_query text, p_limit integer) returns setof uuid
language sql stable security definer set search_path = pg_catalog, pg_temp set enable_seqscan = off as $$
  select r.case_id from complaints.report r
  where r.region_id = current_setting('loket.region') and r.closed_at is null
    and to_tsvector('indonesian'::regconfig, r.body) @@ websearch_to_tsquery('indonesian', p_query)
  limit p_limit
$$;
revoke all on function complaints.find_open_reports from public;
grant execute on function complaints.find_open_reports to loket24_app;
