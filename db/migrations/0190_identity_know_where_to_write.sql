-- Where an officer reads office mail: a head of office is told at once what was forwarded. None means: on the screen only.
alter table identity.officer add column email text;
