-- Words that stand in thousands of problems are found sooner by walking through the latest than by sorting all that hold them. This says which are
-- such words, counting no further than it is told; a door of its own to the index of words, as complaints.find_published is.
create function complaints.count_published(p_query text, p_limit integer) returns integer
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select count(*)::integer from (
    select from complaints.problem p
    where p.region_id = current_setting('loket.region') and p.published and p.level <> 'secret' and p.merged_into is null
      and p.words @@ websearch_to_tsquery('indonesian', p_query)
    limit p_limit) held
$$;
revoke all on function complaints.count_published from public;
grant execute on function complaints.count_published to loket24_app;
