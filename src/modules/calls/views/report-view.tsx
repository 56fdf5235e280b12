// Everything a report needs on one screen. Enter walks on, digits choose, Ctrl and Enter sends; without scripts a plain form.
import { controlId, FieldView } from '../../../forms/field-view.tsx';
import type { FieldError } from '../../../lib/errors.ts';
import { say } from '../../../lib/locale.ts';
import {
  BackLink,
  Button,
  Details,
  ErrorSummary,
  Form,
  type PageFrame,
  PageTitle,
  SelectField,
  type SelectGroup,
} from '../../../ui/index.ts';
import { DangerNotice, type DeskForm, OfficialsNote, type Similar } from '../../complaints/index.ts';
import { messagesFor } from '../messages.ts';
import type { Script } from '../types.ts';
import { CallPage, Say } from './shell.tsx';

export interface ReportViewProps {
  readonly frame: PageFrame;
  readonly script: Script;
  readonly form: DeskForm;
  readonly areas: readonly SelectGroup[];
  readonly today: string;
  readonly danger: boolean;
  readonly errors: readonly FieldError[];
  readonly similar: readonly Similar[];
  readonly looked: boolean;
}

function Question({ id, script, form, errors, frame, areas }: ReportViewProps & { readonly id: string }) {
  const field = form.fields.find((known) => known.id === id);
  if (!field) return null;
  const messages = new Map(errors.map((error) => [error.field, error.message] as const));
  return <FieldView field={field} raw={script.answers[id]} errors={messages} locale={frame.locale} areas={areas} />;
}

export function ReportView(props: ReportViewProps) {
  const { frame, script, form, errors, looked } = props;
  const all = messagesFor(frame.locale);
  const words = all.report;
  const base = `/kerja/telepon/laporan/${script.id}`;
  return (
    <CallPage frame={frame} title={words.title} counter>
      <BackLink href={script.callId ? `/kerja/telepon/panggilan/${script.callId}` : '/kerja/telepon'} />
      <div
        class="counter stack phone-report"
        data-counter=""
        data-entry={script.id}
        data-today={props.today}
        data-locale={frame.locale}
        data-session-over={words.sessionOver}
        data-sign-in={words.signIn}
      >
        <ErrorSummary errors={errors.map(({ field, code, message }) => ({ field: controlId(field), code, message }))} />
        <PageTitle title={words.title} eyebrow={all.script.ticket(script.ticket)} />
        <Keys frame={frame} />
        <Form action={base} autosaveUrl={`${base}/simpan`} label={words.title} id="laporan">
          {/* Enter without scripts presses the first button: it saves, it never sends. */}
          <button class="hide" type="submit" name="_aksi" value="simpan" tabindex={-1}>
            {words.save}
          </button>
          <input type="hidden" name="_dilihat" value={looked ? '1' : ''} />
          <div class="phone-columns" data-module="phone-report" data-join={words.join} data-said={words.similarTitle}>
            <div class="stack">
              <What {...props} />
              <Question {...props} id="wilayah" />
              <Question {...props} id="patokan" />
            </div>
            <div class="stack">
              <Known {...props} />
              <Question {...props} id="anonim" />
              <Question {...props} id="nama" />
              <Question {...props} id="hp" />
            </div>
          </div>
          <Say label={all.script.say}>{words.consentAsk}</Say>
          <div class="counter-bar">
            <div class="buttons">
              <Button name="_aksi" value="kirim" icon="forward" target="send">
                {words.send}
              </Button>
              <Button kind="quiet" name="_aksi" value="simpan">
                {words.save}
              </Button>
            </div>
            <p class="small" role="status" data-target="draft" data-saved={words.saved} data-failed={words.notSaved} />
          </div>
        </Form>
        <OfficialsNote frame={frame} channels={form.officials} />
        <p>
          <a href={`/kerja/telepon/naskah/${script.id}`}>{words.oneByOne}</a>
        </p>
      </div>
    </CallPage>
  );
}

function Keys({ frame }: Pick<ReportViewProps, 'frame'>) {
  const words = messagesFor(frame.locale).report;
  return (
    <div data-keys>
      <Details summary={words.keysTitle}>
        <dl class="counter-keys">
          {words.keys.map(([key, what]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
      </Details>
    </div>
  );
}

/** What happened; while it is typed, what it is probably about, whose work that is, and whether life is in danger. */
function What(props: ReportViewProps) {
  const { frame, form, script, errors, danger } = props;
  const words = messagesFor(frame.locale).report;
  const category = form.fields.find(({ id }) => id === 'kategori');
  const chosen = script.answers['kategori'];
  return (
    <div
      class="stack"
      data-module="report-sense"
      data-owner={words.owner}
      data-unknown={words.ownerUnknown}
      data-area="1"
    >
      <Question {...props} id="isi" />
      <DangerNotice words={words} shown={danger} />
      <fieldset class="sense" data-target="choices" hidden>
        <legend>{words.guess}</legend>
        <div class="sense-choices" data-target="buttons" />
      </fieldset>
      {category && (
        <SelectField
          id="kategori"
          name="kategori"
          label={say(category.label, frame.locale)}
          hint={words.categoryHint}
          placeholder={words.categoryNone}
          required={false}
          groups={form.categories}
          value={typeof chosen === 'string' ? chosen : ''}
          error={errors.find(({ field }) => field === 'kategori')?.message}
        />
      )}
      <p class="small" role="status" data-target="owner" />
    </div>
  );
}

/** Known problems near by. Drawn here without scripts; the script fills the same list while somebody types. */
function Known({ frame, similar }: ReportViewProps) {
  const words = messagesFor(frame.locale).report;
  return (
    <section class="inset stack" data-target="similar" hidden={similar.length === 0} aria-live="polite">
      <h2>{words.similarTitle}</h2>
      <div class="stack" data-target="similar-list">
        {similar.map(({ problem, area }) => (
          <div key={problem.id} class="phone-known stack">
            <p>
              <b>{problem.title}</b> {problem.text}
            </p>
            <p class="small">{[problem.place, area].filter(Boolean).join(', ')}</p>
            <Button kind="secondary" name="_ikut" value={problem.code}>
              {words.join}
            </Button>
          </div>
        ))}
      </div>
      <p class="small">{words.similarElse}</p>
    </section>
  );
}
