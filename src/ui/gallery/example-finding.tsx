// Finding a service: the front page, one service, and nothing found.
import { ButtonGroup, LinkButton } from '../button/button.tsx';
import { SearchBox } from '../form/search-box.tsx';
import type { PageFrame } from '../frame.ts';
import { BackLink, Card, PageTitle, Split } from '../layout/layout.tsx';
import { DefinitionRows, RequirementList, StepList } from '../lists/lists.tsx';
import { en } from '../messages.en.ts';
import { id } from '../messages.id.ts';
import { Details, EmptyState, NoticeCard, Warning } from '../notice/notice.tsx';
import { PromiseBox } from '../promise/promise-box.tsx';
import { CitizenPage } from '../shell/citizen-page.tsx';
import { PlainPage } from '../shell/plain-page.tsx';
import { ServiceTile, TileGrid } from '../tile/tile.tsx';
import { galleryWords, toGlyph } from './words.ts';

export function home(frame: PageFrame) {
  const t = galleryWords(frame);
  const hero = (
    <>
      <h1>{t.home.title}</h1>
      <SearchBox action="/cari" label={t.home.search} labelHidden hint={t.home.searchHint} />
    </>
  );
  return (
    <CitizenPage
      frame={frame}
      title={t.home.title}
      active="beranda"
      hero={hero}
      account={{ href: '/masuk', label: frame.locale === 'en' ? en.signIn : id.signIn }}
    >
      <NoticeCard title={t.service.title} href="/lacak" status="needs-you" number="P 482 913 075">
        <p>{t.track.complete}</p>
      </NoticeCard>
      <h2>{t.home.popular}</h2>
      <TileGrid>
        {t.tiles.map(([icon, title = '', note]) => (
          <ServiceTile key={title} href="/layanan" icon={toGlyph(icon)} title={title} note={note} />
        ))}
      </TileGrid>
      <p>
        <a href="/layanan">{t.home.all}</a>
      </p>
      <h2>{t.home.report}</h2>
      <p>{t.home.reportText}</p>
      <ButtonGroup>
        <LinkButton href="/lapor" icon="megaphone">
          {t.home.reportButton}
        </LinkButton>
        <LinkButton href="/wa" kind="secondary" icon="chat">
          {t.home.whatsapp}
        </LinkButton>
      </ButtonGroup>
      <h2>{t.home.emergency}</h2>
      <p>{t.home.emergencyText}</p>
    </CitizenPage>
  );
}

export function service(frame: PageFrame) {
  const t = galleryWords(frame);
  const s = t.service;
  const aside = (
    <Card quiet>
      <h3>{s.performanceTitle}</h3>
      <p>{s.performance}</p>
      <p>{s.free}</p>
    </Card>
  );
  return (
    <CitizenPage frame={frame} title={s.title} active="layanan">
      <BackLink href="/layanan" label={t.home.all} />
      <PageTitle title={s.title} lead={s.lead} />
      <Split aside={aside}>
        <PromiseBox
          headline={s.promise}
          note={s.promiseNote}
          facts={s.facts.map(([icon, text = '']) => ({ icon: toGlyph(icon), text }))}
        />
        <ButtonGroup>
          <LinkButton href="/mulai">{s.start}</LinkButton>
          <LinkButton href="/wa" kind="secondary" icon="chat">
            {t.home.whatsapp}
          </LinkButton>
        </ButtonGroup>
        <h2>{s.prepare}</h2>
        <RequirementList
          items={s.requirements.map((item) => ({ ...item, icon: item.icon ? toGlyph(item.icon) : undefined }))}
        />
        <h2>{s.steps}</h2>
        <StepList items={s.stepItems} />
        <h2>{s.about}</h2>
        <DefinitionRows rows={s.rows} />
        <Details summary={s.legal}>
          <p>{s.legalText}</p>
        </Details>
      </Split>
    </CitizenPage>
  );
}

export function notFound(frame: PageFrame) {
  const t = galleryWords(frame);
  return (
    <PlainPage frame={frame} title={t.examples.kosong}>
      <h1>{t.notices.noResult}</h1>
      <p class="lead">{t.notices.noResultNext}</p>
      <SearchBox action="/cari" label={t.home.search} />
      <EmptyState title={t.notices.empty}>
        <p>
          <a href="/layanan">{t.notices.emptyNext}</a>
        </p>
      </EmptyState>
      <Warning>{t.notices.warning}</Warning>
    </PlainPage>
  );
}
