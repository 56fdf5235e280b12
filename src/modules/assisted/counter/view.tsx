import { controlId } from '../../../forms/field-view.tsx';
import {
  Button,
  ButtonGroup,
  DeclarationField,
  ErrorSummary,
  Form,
  Inset,
  PageTitle,
  RadioField,
  TextField,
} from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import { CounterPage } from '../shell.tsx';
import { type EntryNote, identities } from '../types.ts';
import { PageSection, Paper } from './asked-view.tsx';
import { KeyList } from './key-list.tsx';
import type { CounterViewProps, Inner, Words } from './view-props.ts';

/** Every question of the service on one dense screen, made for the keyboard; without scripts a plain long form. */
export function CounterView(props: CounterViewProps) {
  const { frame, mode, practice, errors } = props;
  const words = messagesFor(frame.locale).counter;
  const title = practice
    ? words.practiceTitle(props.service)
    : mode === 'paper'
      ? words.paperTitle(props.service)
      : words.title(props.service);
  const action = `/kerja/loket/${props.slug}`;
  return (
    <CounterPage frame={frame} title={title} current="counter">
      <div
        class="counter stack"
        data-counter={props.rules}
        data-today={props.today}
        data-locale={frame.locale}
        data-entry={props.entryId}
        data-session-over={words.sessionOver}
        data-sign-in={words.signIn}
        data-restored={words.restored}
        data-left={words.left}
        data-complete={words.complete}
      >
        <div class="counter-head">
          <PageTitle title={title} />
          {practice && <Tally words={words} />}
        </div>
        {practice && <Inset>{words.practiceLead}</Inset>}
        {props.oldVersion && <Inset>{words.oldVersion}</Inset>}
        {props.notices.map((text) => (
          <Inset key={text}>
            <p role="status">{text}</p>
          </Inset>
        ))}
        <ErrorSummary errors={errors.map((error) => ({ ...error, field: controlId(error.field) }))} />
        <KeyList words={words} />
        <Form action={action} multipart autosaveUrl={practice ? undefined : `${action}/simpan`} id="loket">
          {/* Enter without scripts presses the first button: it saves, it never sends. */}
          <button class="hide" type="submit" name="_aksi" value="simpan" tabindex={-1}>
            {words.save}
          </button>
          <input type="hidden" name="_isian" value={props.entryId} />
          <input type="hidden" name="_versi" value={props.versionId} />
          <input type="hidden" name="_cara" value={mode === 'paper' ? 'kertas' : 'loket'} />
          {practice && <input type="hidden" name="_latihan" value="1" />}
          {!practice && <Earlier words={words} />}
          <Questions {...props} words={words} />
          <Foot {...props} words={words} />
        </Form>
      </div>
    </CounterPage>
  );
}

/** First, for people who applied before. A search box: Enter does not walk through it, so it costs nobody a key. */
function Earlier({ words }: { words: Words }) {
  return (
    <section class="counter-page" data-fixed>
      <TextField
        id="_nik_dicari"
        name="_nik_dicari"
        label={words.earlierNik}
        hint={words.earlierHint}
        type="search"
        required={false}
        inputMode="numeric"
        autocomplete="off"
        width="20"
      />
      <Button kind="secondary" small name="_aksi" value="isi">
        {words.earlierButton}
      </Button>
    </section>
  );
}

function Tally({ words }: { words: Words }) {
  return (
    <p class="counter-tally num" data-tally={words.tally} role="status" aria-live="off">
      {words.tallyStart}
    </p>
  );
}

function Questions(props: Inner) {
  const errors = new Map(props.errors.map((error) => [error.field, error.message]));
  return (
    <>
      {props.mode === 'paper' && <Received {...props} errors={errors} />}
      {props.mode !== 'paper' && props.asksIdentity && <IdentityField {...props} errors={errors} />}
      {props.asked.pages.map((page) => (
        <PageSection key={page.id} {...props} page={page} messages={errors} />
      ))}
      {props.asked.documents.length > 0 && (
        <section class="counter-page" aria-labelledby="dokumen">
          <h2 id="dokumen">{props.words.documents}</h2>
          <p class="hint">{props.words.originalHint}</p>
          <div class="counter-papers">
            {props.asked.documents.map((document) => (
              <Paper key={document.rule.id} {...props} document={document} messages={errors} />
            ))}
          </div>
        </section>
      )}
    </>
  );
}

function IdentityField({
  words,
  note,
  errors,
}: {
  words: Words;
  note: EntryNote;
  errors: ReadonlyMap<string, string>;
}) {
  return (
    <section class="counter-page" data-fixed>
      <RadioField
        id="_kenal"
        name="_kenal"
        label={words.identity}
        options={identities.map((value) => ({ value, label: words.identities[value] }))}
        value={note.identity}
        error={errors.get('_kenal')}
        inline
      />
    </section>
  );
}

function Received({ words, note, errors }: { words: Words; note: EntryNote; errors: ReadonlyMap<string, string> }) {
  return (
    <section class="counter-page" data-fixed aria-labelledby="diterima">
      <h2 id="diterima">{words.received}</h2>
      <div class="counter-grid">
        <TextField
          id="_terima_tanggal"
          name="_terima_tanggal"
          label={words.receivedDay}
          hint={words.date}
          value={note.receivedOn}
          error={errors.get('_terima_tanggal')}
          inputMode="numeric"
          autocomplete="off"
          width="10"
        />
        <TextField
          id="_terima_jam"
          name="_terima_jam"
          label={words.receivedTime}
          hint={words.receivedTimeHint}
          value={note.receivedTime}
          inputMode="numeric"
          autocomplete="off"
          width="4"
        />
        <TextField
          id="_alasan"
          name="_alasan"
          label={words.lateReason}
          hint={words.lateReasonHint}
          required={false}
          value={note.lateReason}
          error={errors.get('_alasan')}
          autocomplete="off"
        />
      </div>
    </section>
  );
}

function Foot(props: Inner) {
  const { words, note, declarations, errors, mode } = props;
  const messages = new Map(errors.map((error) => [error.field, error.message]));
  return (
    <>
      {declarations.length > 0 && (
        <section class="counter-page" data-fixed aria-labelledby="pernyataan">
          <h2 id="pernyataan">{words.declarations}</h2>
          {declarations.map((text, index) => (
            <DeclarationField
              key={text}
              id={`_pernyataan-${index}`}
              name="_pernyataan"
              value={String(index)}
              label={text}
              checked={note.declared?.includes(String(index))}
              error={messages.get(`_pernyataan-${index}`)}
            />
          ))}
        </section>
      )}
      <section class="counter-page" data-fixed>
        <div class="counter-grid">
          {props.asksEmail && (
            <TextField
              id="_email"
              name="_email"
              label={words.email}
              hint={words.emailHint}
              required={false}
              type="email"
              inputMode="email"
              autocomplete="off"
              spellcheck={false}
              value={note.email}
              error={messages.get('_email')}
            />
          )}
          {mode === 'counter' && (
            <DeclarationField
              id="_dibacakan"
              name="_dibacakan"
              label={words.readAloud}
              checked={note.readAloud}
              error={messages.get('_dibacakan')}
            />
          )}
        </div>
      </section>
      <div class="counter-bar">
        <ButtonGroup>
          <Button name="_aksi" value="kirim" icon="right" target="send">
            {words.send}
          </Button>
          {mode === 'counter' && !props.practice && (
            <Button kind="secondary" name="_aksi" value="tampilkan" icon="people" target="show">
              {words.show}
            </Button>
          )}
          <Button kind="quiet" name="_aksi" value="simpan">
            {words.save}
          </Button>
        </ButtonGroup>
        <p class="small" role="status" data-target="left" />
        <p class="small" role="status" data-target="draft" data-saved={words.saved} data-failed={words.notSaved} />
        <p class="small" role="status" data-target="citizen" />
      </div>
    </>
  );
}
