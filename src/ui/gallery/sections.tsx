import type { ComponentChildren } from 'preact';
import { Button, ButtonGroup, LinkButton } from '../button/button.tsx';
import { FigureCard, FigureGrid } from '../figure/figure.tsx';
import type { PageFrame } from '../frame.ts';
import { Icon } from '../icon/icon.tsx';
import { BackLink, Card, PageTitle, Split } from '../layout/layout.tsx';
import {
  AccessList,
  CheckAnswers,
  DefinitionRows,
  DocumentList,
  RequirementList,
  StepList,
  SummaryList,
  TaskList,
} from '../lists/lists.tsx';
import { Details, EmptyState, Inset, NoticeCard, Warning } from '../notice/notice.tsx';
import { CopyableNumber, QrSlot } from '../number/number.tsx';
import { Confirmation, PromiseBox } from '../promise/promise-box.tsx';
import { LateMark, StatusTag, statusKinds } from '../status/status-tag.tsx';
import { DataTable, Pagination } from '../table/table.tsx';
import { MessageThread } from '../thread/thread.tsx';
import { ServiceTile, TileGrid } from '../tile/tile.tsx';
import { Timeline } from '../timeline/timeline.tsx';
import { exampleNumber, galleryWords, glyphNames, toGlyph, toSpeaker, toStatus, toStep } from './words.ts';

export interface SectionProps {
  readonly frame: PageFrame;
}

function Section({ id, title, children }: { id: string; title: string; children: ComponentChildren }) {
  return (
    <section id={id} class="stack gallery">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

export function TypeAndIcons({ frame }: SectionProps) {
  const t = galleryWords(frame);
  return (
    <>
      <Section id="huruf" title={t.sections.type}>
        <PageTitle level={3} title={t.typeSample} eyebrow={t.title} lead={t.typeText} step={{ step: 2, total: 4 }} />
        <p>{t.typeText}</p>
        <p class="small">{t.typeText}</p>
        <BackLink href="#huruf" />
      </Section>
      <Section id="ikon" title={t.sections.icons}>
        <ul class="gallery-icons">
          {glyphNames.map((name) => (
            <li key={name}>
              <Icon name={name} />
              {name}
            </li>
          ))}
        </ul>
      </Section>
      <Section id="tombol" title={t.sections.buttons}>
        <ButtonGroup>
          <Button type="button">{t.home.reportButton}</Button>
          <Button type="button" kind="secondary" icon="chat">
            {t.home.whatsapp}
          </Button>
          <Button type="button" kind="destructive" icon="bin">
            {t.staff.refuse}
          </Button>
          <LinkButton href="#tombol" kind="quiet">
            {t.home.all}
          </LinkButton>
          <Button type="button" kind="secondary" small>
            {t.staff.save}
          </Button>
        </ButtonGroup>
      </Section>
      <Section id="status" title={t.sections.status}>
        <div class="row">
          {statusKinds.map((status) => (
            <StatusTag key={status} status={status} />
          ))}
          <LateMark text={t.track.late} />
        </div>
      </Section>
    </>
  );
}

export function PromiseAndTiles({ frame }: SectionProps) {
  const t = galleryWords(frame);
  const facts = t.service.facts.map(([icon, text = '']) => ({ icon: toGlyph(icon), text }));
  return (
    <>
      <Section id="janji" title={t.sections.promise}>
        <PromiseBox headline={t.service.promise} note={t.service.promiseNote} facts={facts} />
        <PromiseBox due headline={t.track.due} note={t.track.sentence} mark={<LateMark text={t.track.late} />} />
        <Confirmation title={t.sent.title} level={3}>
          <CopyableNumber number={exampleNumber} />
          <p>{t.sent.text}</p>
        </Confirmation>
      </Section>
      <Section id="ubin" title={t.sections.tiles}>
        <TileGrid>
          {t.tiles.map(([icon, title = '', note]) => (
            <ServiceTile key={title} href="#ubin" icon={toGlyph(icon)} title={title} note={note} />
          ))}
        </TileGrid>
      </Section>
      <Section id="angka" title={t.sections.figures}>
        <FigureGrid>
          {t.figures.map(([value = '', label = '', note]) => (
            <FigureCard key={label} value={value} label={label} note={note} />
          ))}
        </FigureGrid>
      </Section>
    </>
  );
}

export function Lists({ frame }: SectionProps) {
  const t = galleryWords(frame);
  return (
    <Section id="daftar" title={t.sections.lists}>
      <Split
        aside={
          <Card quiet>
            <h3>{t.service.performanceTitle}</h3>
            <p>{t.service.performance}</p>
          </Card>
        }
      >
        <h3>{t.service.prepare}</h3>
        <RequirementList
          items={t.service.requirements.map((item) => ({ ...item, icon: item.icon ? toGlyph(item.icon) : undefined }))}
        />
        <h3>{t.service.steps}</h3>
        <StepList items={t.service.stepItems} />
        <h3>{t.service.about}</h3>
        <DefinitionRows rows={t.service.rows} />
        <h3>{t.form.heading}</h3>
        <TaskList
          items={t.tasks.map(([title = '', status, label]) => ({
            title,
            href: '#daftar',
            status: toStatus(status),
            label,
          }))}
        />
        <SummaryList rows={[{ label: t.form.owner, value: t.answers.self, changeHref: '#daftar' }]} />
        <CheckAnswers
          sections={[
            {
              title: t.answers.title,
              rows: [{ label: t.form.businessName, value: t.answers.value, changeHref: '#daftar' }],
            },
          ]}
        />
      </Split>
    </Section>
  );
}

export function Notices({ frame }: SectionProps) {
  const t = galleryWords(frame);
  return (
    <Section id="pemberitahuan" title={t.sections.notices}>
      <NoticeCard
        level={3}
        title={t.service.title}
        href="#lacak"
        status="needs-you"
        number="P 482 913 075"
        actions={<LinkButton href="#lacak">{t.track.completeButton}</LinkButton>}
      >
        <p>{t.track.complete}</p>
      </NoticeCard>
      <Inset>
        <p>{t.notices.inset}</p>
      </Inset>
      <Warning>{t.notices.warning}</Warning>
      <div>
        <Details summary={t.notices.details}>
          <p>{t.notices.detailsText}</p>
        </Details>
        <Details summary={t.service.legal} open>
          <p>{t.service.legalText}</p>
        </Details>
      </div>
      <EmptyState title={t.notices.empty}>
        <p>
          <a href="#ubin">{t.notices.emptyNext}</a>
        </p>
      </EmptyState>
      <EmptyState title={t.notices.noResult} icon="search">
        <p>{t.notices.noResultNext}</p>
      </EmptyState>
    </Section>
  );
}

export function Tracking({ frame }: SectionProps) {
  const t = galleryWords(frame);
  return (
    <Section id="lacak" title={t.sections.tracking}>
      <h3>{t.track.journey}</h3>
      <Timeline steps={t.track.steps.map((step) => ({ ...step, state: toStep(step.state) }))} />
      <h3>{t.track.messages}</h3>
      <ExampleThread frame={frame} />
      <h3>{t.track.documents}</h3>
      <DocumentList
        items={[{ label: t.track.letter, href: '#lacak', note: t.track.letterNote, action: t.track.download }]}
      />
      <AccessList entries={t.track.access} />
      <QrSlot text="https://s.contoh.go.id/P482913075" label={t.sent.qr} />
    </Section>
  );
}

export function ExampleThread({ frame, reader }: SectionProps & { reader?: 'citizen' | 'staff' }) {
  const t = galleryWords(frame);
  const messages = t.track.thread.map((message, index) => ({
    ...message,
    id: String(index),
    from: toSpeaker(message.from),
    files: index === 1 ? [{ href: '#lacak', label: t.track.threadFile }] : [],
  }));
  return <MessageThread messages={messages} reader={reader} />;
}

export function Tables({ frame }: SectionProps) {
  const t = galleryWords(frame);
  const [agency = '', received = '', onTime = '', late = ''] = t.table.columns;
  return (
    <Section id="tabel" title={t.sections.tables}>
      <DataTable
        caption={t.table.caption}
        columns={[
          { key: 'agency', label: agency },
          { key: 'received', label: received, numeric: true, sortHref: '?urut=masuk', sorted: 'descending' },
          { key: 'onTime', label: onTime, numeric: true, sortHref: '?urut=janji' },
          { key: 'late', label: late, numeric: true },
        ]}
        rows={t.table.rows.map(([name = '', ...rest]) => ({
          key: name,
          cells: { agency: name, received: rest[0], onTime: rest[1], late: rest[2] },
        }))}
      />
      <Pagination page={2} total={9} previousHref="?hal=1" nextHref="?hal=3" />
    </Section>
  );
}
