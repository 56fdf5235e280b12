-- What the passing of time does by itself: a task whose silence is an answer, a case a clock decides.
alter table cases.task add column silent boolean not null default false;
alter table cases."case" add column expires_at timestamptz; -- the earliest running clock whose end decides; null where none does
