-- Registers are asked about a new case in the background. The case itself says when: written with it in one statement, so that no crash
-- leaves a case nobody asks about, and a burst of cases is worked off at a pace the registers and this machine can bear.
alter table cases."case" add column look_up_at timestamptz;
alter table cases."case" add column look_up_tries integer not null default 0;

-- As before, with that moment. The signature of two versions ago goes.
drop function cases.insert_case(
  uuid, text, text, uuid, uuid, text, text, text, timestamptz, timestamptz, timestamptz, timestamptz, text, text, text, text, text, text,
  json, text, uuid, text, json, text, json, timestamptz
);
create function cases.insert_case(
  p_id uuid, p_number text, p_service text, p_version_id uuid, p_unit_id uuid, p_state text, p_status text, p_waits_for text,
  p_at timestamptz, p_due_at timestamptz, p_lapse_at timestamptz, p_closed_at timestamptz, p_applicant_short text, p_locale text,
  p_email text, p_phone_tail text, p_tracking_hash text, p_submission_key text, p_projection json,
  p_actor_kind text, p_actor_id uuid, p_channel text, p_data json, p_hash text, p_tasks json, p_next_watch_at timestamptz, p_person_hash text,
  p_look_up_at timestamptz
) returns void
language plpgsql security invoker set search_path = pg_catalog, pg_temp as $$
declare
  task json;
begin
  insert into cases."case" (id, number, service, version_id, unit_id, state, status, waits_for, version, last_hash, submitted_at,
    due_at, lapse_at, closed_at, applicant_short, locale, email, phone_tail, tracking_hash, submission_key, projection, next_watch_at,
    person_hash, look_up_at)
  values (p_id, p_number, p_service, p_version_id, p_unit_id, p_state, p_status, p_waits_for, 1, p_hash, p_at,
    p_due_at, p_lapse_at, p_closed_at, p_applicant_short, p_locale, p_email, p_phone_tail, p_tracking_hash, p_submission_key, p_projection,
    p_next_watch_at, p_person_hash, p_look_up_at);

  insert into cases.event (case_id, seq, at, kind, actor_kind, actor_id, channel, request_id, data, prev_hash, hash)
  values (p_id, 1, p_at, 'submitted', p_actor_kind, p_actor_id, p_channel, p_submission_key, p_data, '', p_hash);

  for task in select json_array_elements(p_tasks) loop
    insert into cases.task (id, case_id, key, kind, role, unit_id, opened_at, due_at)
    values ((task->>'id')::uuid, p_id, task->>'key', task->>'kind', task->>'role', (task->>'unitId')::uuid,
      (task->>'openedAt')::timestamptz, (task->>'dueAt')::timestamptz);
  end loop;
end
$$;
revoke all on function cases.insert_case(
  uuid, text, text, uuid, uuid, text, text, text, timestamptz, timestamptz, timestamptz, timestamptz, text, text, text, text, text, text,
  json, text, uuid, text, json, text, json, timestamptz, text, timestamptz
) from public;
grant execute on function cases.insert_case(
  uuid, text, text, uuid, uuid, text, text, text, timestamptz, timestamptz, timestamptz, timestamptz, text, text, text, text, text, text,
  json, text, uuid, text, json, text, json, timestamptz, text, timestamptz
) to loket24_app;
