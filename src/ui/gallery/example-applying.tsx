// Applying and waiting: a form with mistakes, the check page, the receipt, the page to follow it on.
import { Button, ButtonGroup, LinkButton } from '../button/button.tsx';
import { RadioField } from '../form/choice.tsx';
import { DeclarationField } from '../form/declaration.tsx';
import { DraftBar } from '../form/draft-bar.tsx';
import { ErrorSummary } from '../form/error-summary.tsx';
import { FileField } from '../form/file.tsx';
import { Form } from '../form/form.tsx';
import { TextArea, TextField } from '../form/text.tsx';
import type { PageFrame } from '../frame.ts';
import { BackLink, Card, PageTitle, Split } from '../layout/layout.tsx';
import { AccessList, CheckAnswers, StepList } from '../lists/lists.tsx';
import { en } from '../messages.en.ts';
import { id } from '../messages.id.ts';
import { CaseNumber, CopyableNumber, QrSlot } from '../number/number.tsx';
import { Confirmation, PromiseBox } from '../promise/promise-box.tsx';
import { CitizenPage } from '../shell/citizen-page.tsx';
import { StatusTag } from '../status/status-tag.tsx';
import { Timeline } from '../timeline/timeline.tsx';
import { ExampleThread } from './sections.tsx';
import { exampleNumber, galleryWords, toStep } from './words.ts';

export function application(frame: PageFrame) {
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

export function check(frame: PageFrame) {
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

export function sent(frame: PageFrame) {
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

export function tracking(frame: PageFrame) {
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
