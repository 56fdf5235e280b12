-- One row per way people name a service: everyday words are short, so each is compared on its own, not inside one long text.
create table catalogue.search_phrase (
  region_id text not null default current_setting('loket.region'),
  slug text not null,
  phrase text not null, -- lower case, letters and digits only
  weight real not null, -- 1: the title or an everyday word; 0: known words of the summary, for spelling only
  primary key (region_id, slug, phrase),
  foreign key (region_id, slug) references catalogue.service (region_id, slug) on delete cascade
);
select platform.protect('catalogue.search_phrase'::regclass);
