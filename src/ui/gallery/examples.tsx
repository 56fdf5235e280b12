// Whole pages as a citizen or an officer would meet them; also the quickest way to learn how the components fit together.
import type { VNode } from 'preact';
import { Button, ButtonGroup, LinkButton } from '../button/button.tsx';
import { RadioField } from '../form/choice.tsx';
import { DeclarationField } from '../form/declaration.tsx';
import { DraftBar } from '../form/draft-bar.tsx';
import { ErrorSummary } from '../form/error-summary.tsx';
import { FileField } from '../form/file.tsx';
import { Form } from '../form/form.tsx';
import { SearchBox } from '../form/search-box.tsx';
import { TextArea, TextField } from '../form/text.tsx';
import type { PageFrame } from '../frame.ts';
import { BackLink, Card, PageTitle, Split } from '../layout/layout.tsx';
import { AccessList, CheckAnswers, DefinitionRows, RequirementList, StepList } from '../lists/lists.tsx';
import { en } from '../messages.en.ts';
import { id } from '../messages.id.ts';
import { Details, EmptyState, NoticeCard, Warning } from '../notice/notice.tsx';
import { CaseNumber, CopyableNumber, QrSlot } from '../number/number.tsx';
import { Confirmation, PromiseBox } from '../promise/promise-box.tsx';
import { CitizenPage } from '../shell/citizen-page.tsx';
import { PlainPage } from '../shell/plain-page.tsx';
import { StaffPage } from '../staff/staff-page.tsx';
import { StatusTag } from '../status/status-tag.tsx';
import { ServiceTile, TileGrid } from '../tile/tile.tsx';
import { Timeline } from '../timeline/timeline.tsx';
import { ExampleThread } from './sections.tsx';
import { StaffCase, StaffCaseHeader, StaffCounters, StaffFilters, StaffInbox } from './staff-section.tsx';
import { exampleNumber, galleryWords, toGlyph, toStep } from './words.ts';

export const exampleNames = [
  'beranda',
  'layanan',
  'formulir',
  'periksa',
  'terkirim',
  'lacak',
  'kosong',
  'kotak-kerja',
  'berkas',
  'tanda-tangan',
] as const;
export type ExampleName = (typeof exampleNames)[number];

const pages: Record<ExampleName, (frame: PageFrame) => VNode> = {
  beranda: home,
  layanan: service,
  formulir: application,
  periksa: check,
  terkirim: sent,
  lacak: tracking,
  kosong: notFound,
  'kotak-kerja': inbox,
  berkas: caseView,
  'tanda-tangan': signing,
};

/** One whole example page. */
export function examplePage(frame: PageFrame, name: ExampleName): VNode {
  return pages[name](frame);
}

function home(frame: PageFrame) {
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

function service(frame: PageFrame) {
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

function application(frame: PageFrame) {
  const t = galleryWords(frame);
  const f = t.form;
  return (
    <CitizenPage frame={frame} title={f.heading} noBottomBar errors>
      <BackLink href="/kembali" />
      <ErrorSummary
        errors={[
          { field: 'nama', message: f.businessError },
          { field: 'foto', message: f.photoError },
        ]}
      />
      <PageTitle title={f.heading} eyebrow={t.service.title} step={{ step: 2, total: 4 }} />
      <Form action="/isi" multipart autosaveUrl="/isi/simpan">
        <TextField
          id="nama"
          name="nama"
          label={f.businessName}
          hint={f.businessHint}
          error={f.businessError}
          autocomplete="organization"
        />
        <RadioField id="pemilik" name="pemilik" label={f.owner} options={f.owners} value="saya" />
        <FileField
          id="foto"
          name="foto"
          label={f.photo}
          hint={f.photoHint}
          error={f.photoError}
          camera
          uploaded={[{ id: '1', fileName: f.uploaded, note: f.uploadedNote, href: '/foto', removeName: '_hapus' }]}
        />
        <DraftBar />
      </Form>
    </CitizenPage>
  );
}

function check(frame: PageFrame) {
  const t = galleryWords(frame);
  const rows = [
    { label: t.form.businessName, value: t.answers.value, changeHref: '/ubah' },
    { label: t.form.owner, value: t.answers.self, changeHref: '/ubah' },
    { label: t.form.photo, value: t.answers.photos, changeHref: '/ubah' },
  ];
  return (
    <CitizenPage frame={frame} title={t.examples.periksa} noBottomBar>
      <BackLink href="/kembali" />
      <PageTitle title={t.examples.periksa} eyebrow={t.service.title} step={{ step: 4, total: 4 }} />
      <CheckAnswers
        sections={[
          { title: t.answers.title, rows },
          { title: t.answers.contact, rows: [{ label: t.form.phone, value: '0812 3456 7890', changeHref: '/ubah' }] },
        ]}
      />
      <Form action="/kirim">
        <DeclarationField id="benar" name="benar" label={t.form.declaration} />
        <ButtonGroup>
          <Button>{t.form.send}</Button>
        </ButtonGroup>
        <p class="small">{t.form.after}</p>
      </Form>
    </CitizenPage>
  );
}

function sent(frame: PageFrame) {
  const t = galleryWords(frame);
  return (
    <CitizenPage frame={frame} title={t.sent.title} active="lacak">
      <Confirmation title={t.sent.title}>
        <CopyableNumber number={exampleNumber} />
        <p>{t.sent.text}</p>
      </Confirmation>
      <h2>{t.sent.next}</h2>
      <StepList items={t.service.stepItems.slice(1)} />
      <QrSlot text="https://s.contoh.go.id/P482913075" label={t.sent.qr} />
      <PhoneUpdates frame={frame} />
    </CitizenPage>
  );
}

function PhoneUpdates({ frame }: { frame: PageFrame }) {
  const t = galleryWords(frame);
  return (
    <Card>
      <h2>{t.track.whatsapp}</h2>
      <p>{t.track.whatsappText}</p>
      <LinkButton href="/wa" kind="secondary" icon="chat">
        {t.track.whatsappButton}
      </LinkButton>
    </Card>
  );
}

function tracking(frame: PageFrame) {
  const t = galleryWords(frame);
  return (
    <CitizenPage frame={frame} title={t.track.title} active="lacak">
      <div class="title">
        <p class="eyebrow">
          <CaseNumber number={exampleNumber} />
        </p>
        <h1>{t.track.title}</h1>
      </div>
      <Split aside={<PhoneUpdates frame={frame} />}>
        <PromiseBox due headline={t.track.due} note={t.track.sentence} mark={<StatusTag status="in-progress" />} />
        <h2>{t.track.journey}</h2>
        <Timeline steps={t.track.steps.map((step) => ({ ...step, state: toStep(step.state) }))} />
        <h2>{t.track.messages}</h2>
        <ExampleThread frame={frame} />
        <Form action="/balas">
          <TextArea id="pesan" name="pesan" label={t.track.write} rows={3} />
          <Button icon="reply">{t.track.send}</Button>
        </Form>
        <h2>{frame.locale === 'en' ? en.access.title : id.access.title}</h2>
        <AccessList entries={t.track.access} />
      </Split>
    </CitizenPage>
  );
}

function notFound(frame: PageFrame) {
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

function navOf(frame: PageFrame, current: number) {
  const icons = ['inbox', 'search', 'sign', 'star'] as const;
  return galleryWords(frame).staff.nav.map((label, index) => ({
    href: `/petugas/${index}`,
    label,
    icon: icons[index],
    count: index === 0 ? 23 : undefined,
    current: index === current,
  }));
}

function inbox(frame: PageFrame) {
  const t = galleryWords(frame).staff;
  return (
    <StaffPage frame={frame} title={t.inboxTitle} nav={navOf(frame, 0)} wide>
      <PageTitle title={t.inboxTitle} />
      <p>
        {t.shift} <a href="/serah-terima">{t.handover}</a>
      </p>
      <StaffCounters frame={frame} />
      <StaffFilters frame={frame} />
      <StaffInbox frame={frame} />
    </StaffPage>
  );
}

function caseView(frame: PageFrame) {
  return (
    <StaffPage frame={frame} title={galleryWords(frame).staff.caseTitle} nav={navOf(frame, 0)} wide>
      <StaffCaseHeader frame={frame} />
      <StaffCase frame={frame} />
    </StaffPage>
  );
}

function signing(frame: PageFrame) {
  const t = galleryWords(frame).staff;
  return (
    <StaffPage frame={frame} title={t.signTitle} nav={navOf(frame, 2)} wide>
      <PageTitle title={t.signTitle} />
      <StaffInbox
        frame={frame}
        select={{ action: '/gaya', name: 'pilih', buttons: <Button icon="sign">{t.sign}</Button> }}
      />
      <EmptyState title={t.empty}>
        <p>{t.emptyNext}</p>
      </EmptyState>
    </StaffPage>
  );
}
