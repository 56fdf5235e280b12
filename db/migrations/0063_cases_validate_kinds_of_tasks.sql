alter table cases.task validate constraint task_kind_check;
