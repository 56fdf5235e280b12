import { controlId } from '../../../forms/field-view.tsx';
import {
  Button,
  CitizenPage,
  Details,
  ErrorSummary,
  FileField,
  Form,
  type PageFrame,
  PageTitle,
  SelectField,
} from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import { DangerNotice } from './danger-notice.tsx';
import { OfficialsNote } from './officials-note.tsx';
import { Question, type ReportViewProps, typedIn, uploadsIn } from './question.tsx';
import { Where } from './where-view.tsx';

export function ReportView(props: ReportViewProps) {
  const { frame, raw, errors, requestId, asset } = props;
  const { report: words, outbox, similar, problem } = messagesFor(frame.locale);
  const shown = { ...outbox, meToo: similar.meToo, photo: problem.photo.before };
  return (
    <CitizenPage frame={frame} title={words.title} active="lapor" noBottomBar errors={errors.length > 0} report>
      <ErrorSummary errors={errors.map((error) => ({ field: controlId(error.field), message: error.message }))} />
      <PageTitle title={words.title} lead={words.lead} />
      <p class="small">
        {words.danger} <a href="tel:112">112</a>
      </p>
      <div class="stack" data-module="report-outbox" data-words={JSON.stringify(shown)}>
        <Outbox frame={frame} />
        {asset && (
          <p>
            {words.about} {asset.name} ({asset.code}).
          </p>
        )}
        <Form action="/lapor" multipart>
          <input type="hidden" name="requestId" value={requestId} />
          {asset && <input type="hidden" name="aset" value={asset.code} />}
          {['foto', 'suara'].flatMap((field) =>
            uploadsIn(raw, field).map((id) => <input key={id} type="hidden" name={`_foto.${field}`} value={id} />),
          )}
          <What {...props} />
          <h2>{words.where}</h2>
          <Where {...props} />
          <More {...props} />
          <h2>{words.you}</h2>
          {['anonim', 'nama', 'hp', 'email', 'bagikan'].map((id) => (
            <Question key={id} {...props} id={id} />
          ))}
          <section class="stack" data-target="similar" hidden>
            <h2 tabindex={-1}>{similar.title}</h2>
            <p>{similar.lead}</p>
            <div class="stack" data-target="similar-list" />
            <p>
              <b>{similar.none}</b>
            </p>
          </section>
          <p role="status" data-target="sending" />
          <Button icon="forward">{words.send}</Button>
        </Form>
      </div>
      <OfficialsNote frame={frame} channels={props.officials} />
    </CitizenPage>
  );
}

/** Drawn by the script: what this phone still keeps. */
function Outbox({ frame }: { readonly frame: PageFrame }) {
  const words = messagesFor(frame.locale).outbox;
  return (
    <section class="inset stack" data-target="outbox" hidden aria-live="polite">
      <h2>{words.title}</h2>
      <p>{words.lead}</p>
      <ul class="outbox stack" data-target="kept" />
    </section>
  );
}

/** Photo and text in either order; while somebody writes, the script says what it is probably about and whose work it is. */
function What(props: ReportViewProps) {
  const words = messagesFor(props.frame.locale).report;
  return (
    <div class="stack" data-module="report-sense" data-owner={words.owner} data-unknown={words.ownerUnknown}>
      <Question {...props} id="foto" />
      <Question {...props} id="isi" />
      <DangerNotice words={words} shown={props.danger} />
      <fieldset class="sense" data-target="choices" hidden>
        <legend>{words.guess}</legend>
        <div class="sense-choices" data-target="buttons" />
      </fieldset>
      <SelectField
        id="kategori"
        name="kategori"
        label={words.category}
        hint={words.categoryHint}
        placeholder={words.categoryNone}
        required={false}
        groups={props.categories}
        value={typedIn(props.raw, 'kategori')}
        error={props.errors.find(({ field }) => field === 'kategori')?.message}
      />
      <p class="small" role="status" data-target="owner" />
    </div>
  );
}

function More(props: ReportViewProps) {
  const words = messagesFor(props.frame.locale).report;
  const error = props.errors.find(({ field }) => field === 'suara')?.message;
  const kept = uploadsIn(props.raw, 'suara');
  const open = error !== undefined || kept.length > 0 || typedIn(props.raw, 'video') !== '';
  return (
    <Details summary={words.more} open={open}>
      <FileField
        id="suara"
        name="suara"
        label={words.voice}
        hint={words.voiceHint}
        required={false}
        accept={['audio']}
        error={error}
        uploaded={kept.map((id) => ({ id: `suara:${id}`, fileName: words.voice, removeName: '_remove_file' }))}
      />
      <Question {...props} id="video" />
    </Details>
  );
}
