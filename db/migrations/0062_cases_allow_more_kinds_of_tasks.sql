-- Parallel work may also be a signature or a hand-over. Validated by the next migration, in a transaction of its own.
alter table cases.task drop constraint task_kind_check;
alter table cases.task add constraint task_kind_check
  check (kind in ('step', 'check', 'opinion', 'inspection', 'signature', 'hand-over')) not valid;
