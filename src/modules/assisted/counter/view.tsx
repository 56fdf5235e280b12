import { controlId, FieldView } from '../../../forms/field-view.tsx';
import type { FieldError } from '../../../lib/errors.ts';
import { sizeText } from '../../../lib/file-size.ts';
import { type Locale, say } from '../../../lib/locale.ts';
import {
  Button,
  ButtonGroup,
  CheckboxField,
  DeclarationField,
  ErrorSummary,
  FileField,
  Form,
  Inset,
  type PageFrame,
  PageTitle,
  RadioField,
  type SelectGroup,
  TextField,
} from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import { CounterPage } from '../shell.tsx';
import { type EntryDocument, type EntryMode, type EntryNote, identities } from '../types.ts';
import { KeyList } from './key-list.tsx';
import type { Asked, AskedDocument, AskedField, AskedPage } from './questions.ts';
import { documentControl } from './read-form.ts';

export interface CounterViewProps {
  readonly frame: PageFrame;
  readonly service: string;
  readonly slug: string;
  readonly mode: EntryMode;
  readonly practice: boolean;
  readonly entryId: string;
  readonly versionId: string;
  readonly oldVersion: boolean;
  readonly asked: Asked;
  readonly rules: string; // the definition's questions as JSON, for the script that follows the path
  readonly today: string;
  readonly areas: readonly SelectGroup[];
  readonly raw: Readonly<Record<string, unknown>>;
  readonly documents: readonly EntryDocument[];
  readonly seen: readonly string[];
  readonly note: EntryNote;
  readonly declarations: readonly string[];
  readonly errors: readonly FieldError[];
  readonly notices: readonly string[]; // said once at the top
  readonly asksEmail: boolean;
}

type Words = ReturnType<typeof messagesFor>['counter'];

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
        <ErrorSummary errors={errors.map((error) => ({ field: controlId(error.field), message: error.message }))} />
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

type Inner = CounterViewProps & { readonly words: Words };

function Questions(props: Inner) {
  const errors = new Map(props.errors.map((error) => [error.field, error.message]));
  return (
    <>
      {props.mode === 'paper' ? <Received {...props} errors={errors} /> : <IdentityField {...props} errors={errors} />}
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

function PageSection(props: Inner & { page: AskedPage; messages: ReadonlyMap<string, string> }) {
  const { page, words, frame } = props;
  const heading = `bagian-${page.id}`;
  return (
    <section class="counter-page" data-page={page.id} aria-labelledby={heading}>
      <h2 id={heading}>{page.title ?? words.eligibility}</h2>
      {page.condition && (
        <p class="hint" data-condition>
          {words.onlyPage(page.condition)}
        </p>
      )}
      <div class="counter-grid">
        {page.fields.map((asked) => (
          <Question
            key={asked.field.id}
            asked={asked}
            words={words}
            locale={frame.locale}
            areas={props.areas}
            raw={props.raw[asked.field.id]}
            errors={props.messages}
          />
        ))}
      </div>
    </section>
  );
}

function Question(props: {
  asked: AskedField;
  words: Words;
  locale: Locale;
  areas: readonly SelectGroup[];
  raw: unknown;
  errors: ReadonlyMap<string, string>;
}) {
  const { asked, words, locale, areas, raw, errors } = props;
  const { field, rule } = asked;
  const wide = ['group', 'address', 'long-text', 'location', 'info'].includes(field.type);
  return (
    <div
      class={wide ? 'counter-question counter-wide' : 'counter-question'}
      data-question={field.id}
      data-code={asked.code}
    >
      {asked.code && <span class="counter-code num">{asked.code}</span>}
      {asked.condition && (
        <p class="hint" data-condition>
          {words.only(asked.condition)}
        </p>
      )}
      <FieldView field={field} raw={raw} errors={errors} locale={locale} areas={areas} dateHint={words.date} />
      {rule && (
        <p class="counter-unmet" data-unmet={rule.id} hidden>
          <b>{words.unmet}.</b> {say(rule.else.say, locale)}
        </p>
      )}
    </div>
  );
}

/** One paper: the tick for the original first, because it is the usual way, then the file. */
function Paper(props: Inner & { document: AskedDocument; messages: ReadonlyMap<string, string> }) {
  const { document, words, documents, seen, frame } = props;
  const { rule, label } = document;
  const control = documentControl(rule.id);
  const own = documents.filter((one) => one.id === rule.id);
  const soft = rule.required === 'hard' ? undefined : words.soft;
  return (
    <div class="counter-paper" data-document={rule.id} data-code={document.code}>
      <span class="counter-code num">{document.code}</span>
      <CheckboxField
        id={`asli-${rule.id}`}
        name="asli"
        label={[label, soft].filter(Boolean).join(', ')}
        hint={
          [document.condition && words.only(document.condition), document.note].filter(Boolean).join(' ') || undefined
        }
        options={[{ value: rule.id, label: words.original }]}
        values={seen.includes(rule.id) ? [rule.id] : []}
        error={props.messages.get(control)}
      />
      {rule.kind === 'file' && (
        <FileField
          id={controlId(control)}
          name={control}
          label={words.file(label)}
          accept={rule.accept}
          multiple={rule.max > 1}
          camera
          uploaded={own.map((one) => ({
            id: `${rule.id}:${one.uploadId}`,
            fileName: one.fileName,
            note: sizeText(one.size, frame.locale),
            removeName: '_hapus',
          }))}
        />
      )}
    </div>
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
