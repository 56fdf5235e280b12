-- What exactly went wrong at the last exchange: lines that could not be used, as an officer reads it.
alter table federation.learnt add column trouble_text text;
