import type { ComponentChildren } from 'preact';
import { Button } from '../button/button.tsx';
import { useWords } from '../context.ts';
import { CsrfInput } from '../form/form.tsx';
import type { GlyphName } from '../icon/glyphs.ts';
import { Icon } from '../icon/icon.tsx';
import { CaseNumber } from '../number/number.tsx';
import { type StatusKind, StatusTag } from '../status/status-tag.tsx';
import { DueChip, type DueChipProps } from './inbox.tsx';

export interface CaseHeaderProps {
  readonly number: string;
  readonly title: string; // the service
  readonly applicant?: string | undefined;
  readonly status: StatusKind;
  readonly statusLabel?: string | undefined;
  readonly due?: DueChipProps | undefined;
  readonly note?: ComponentChildren; // "Menunggu: Kasi Pemerintahan, sejak Senin 08.05"
}

/** Head of the case view: what it is, whose it is, how long there is left. */
export function CaseHeader(props: CaseHeaderProps) {
  return (
    <div class="casehead">
      <p class="eyebrow">
        <CaseNumber number={props.number} />
        {props.applicant && ` · ${props.applicant}`}
      </p>
      <h1>{props.title}</h1>
      <div class="row">
        <StatusTag reader="staff" status={props.status} label={props.statusLabel} />
        {props.due && <DueChip {...props.due} />}
        {props.note && <span class="small">{props.note}</span>}
      </div>
    </div>
  );
}

export interface CaseLayoutProps {
  readonly facts: ComponentChildren; // answers, documents with their checklist
  readonly story: ComponentChildren; // time line, messages, audit
  readonly actions: ComponentChildren; // ActionPanel
}

/** Three columns on a desk, actions above the story on a tablet, one column on a phone with a jump to the actions. */
export function CaseLayout({ facts, story, actions }: CaseLayoutProps) {
  const words = useWords().staff;
  return (
    <>
      <p class="case-jump">
        <a href="#tindakan">{words.actions}</a>
      </p>
      <div class="case">
        <section class="case-facts stack" aria-label={words.facts}>
          {facts}
        </section>
        <section class="case-story stack" aria-label={words.story}>
          {story}
        </section>
        <section class="case-actions stack" id="tindakan" aria-label={words.actions} tabindex={-1}>
          {actions}
        </section>
      </div>
    </>
  );
}

export interface CaseAction {
  readonly id: string;
  readonly label: string; // "Minta perbaikan"
  readonly icon?: GlyphName | undefined;
  readonly description?: string | undefined; // what happens then, who is told
  readonly tone?: 'normal' | 'destructive' | undefined;
  readonly open?: boolean | undefined; // e.g. when its form came back with errors
  readonly children: ComponentChildren; // the form
}

/** What this officer may do now; each action opens its own form. */
export function ActionPanel({ title, actions }: { title?: string | undefined; actions: readonly CaseAction[] }) {
  const words = useWords().staff;
  return (
    <div class="actions">
      <h2>{title ?? words.actions}</h2>
      {actions.map((action) => (
        <details
          key={action.id}
          id={`tindakan-${action.id}`}
          class={`action action-${action.tone ?? 'normal'}`}
          open={action.open}
        >
          <summary>
            {action.icon && <Icon name={action.icon} />}
            <span>{action.label}</span>
            <Icon name="down" size="small" />
          </summary>
          <div class="action-in stack">
            {action.description && <p class="small">{action.description}</p>}
            {action.children}
          </div>
        </details>
      ))}
    </div>
  );
}

export interface ViewerFile {
  readonly id: string;
  readonly label: string; // "KTP pemohon"
  readonly href: string;
  readonly type: 'image' | 'pdf' | 'other';
  readonly note?: string | undefined;
  readonly check?: ComponentChildren; // the checklist or form beside the picture
  readonly checked?: 'good' | 'bad' | undefined;
  readonly checkedLabel?: string | undefined; // "Sudah benar", "Perlu diperbaiki"
  readonly open?: boolean | undefined;
}

/** Documents one below the other, the picture beside what has to be checked; lazy, so a long list stays light. */
export function DocumentViewer({ files }: { files: readonly ViewerFile[] }) {
  const words = useWords().staff;
  return (
    <div class="viewer">
      {files.map((file, index) => (
        <details key={file.id} class="viewer-file" open={file.open ?? index === 0}>
          <summary>
            <Icon name={file.type === 'image' ? 'image' : 'document'} />
            <span>{file.label}</span>
            {file.checked && (
              <StatusTag status={file.checked === 'good' ? 'done' : 'needs-you'} label={file.checkedLabel} />
            )}
            <Icon name="down" size="small" />
          </summary>
          <div class="viewer-in">
            <figure>
              <ViewerPicture file={file} />
              <figcaption class="small">
                {file.note && <>{file.note} · </>}
                <a href={file.href} target="_blank" rel="noopener">
                  {words.openFile}
                  <span class="hide"> {file.label}</span>
                </a>
              </figcaption>
            </figure>
            {file.check && <div class="stack">{file.check}</div>}
          </div>
        </details>
      ))}
    </div>
  );
}

function ViewerPicture({ file }: { file: ViewerFile }) {
  const words = useWords().staff;
  if (file.type === 'image') return <img src={file.href} alt={file.label} loading="lazy" />;
  if (file.type === 'pdf') return <iframe src={file.href} title={file.label} loading="lazy" />;
  return <p class="viewer-none">{words.noPreview}</p>;
}

export interface MaskedValueProps {
  readonly masked: string; // "7372 **** **** 0003"
  readonly label: string; // "NIK", for the button read aloud
  readonly revealAction?: string | undefined; // POST; absent when the reader may not
  readonly name?: string | undefined;
  readonly value?: string | undefined; // sent with the button, e.g. the field's id
  readonly revealed?: string | undefined; // the full value, after the reading was logged
  readonly askWhy?: boolean | undefined; // a reason is written first; it arrives as `alasan`
}

/** Personal data behind a button; each look is an event its owner can see. */
export function MaskedValue(props: MaskedValueProps) {
  const words = useWords().staff;
  if (props.revealed) return <span class="num">{props.revealed}</span>;
  return (
    <span class="masked">
      <span class="num">{props.masked}</span>
      {props.revealAction && (
        <form action={props.revealAction} method="post">
          <CsrfInput />
          {props.askWhy && (
            <input
              class="input"
              name="alasan"
              aria-label={`${words.revealWhy}: ${props.label}`}
              placeholder={words.revealWhy}
            />
          )}
          <button
            class="button button-secondary button-small"
            type="submit"
            name={props.name}
            value={props.value}
            title={words.revealLogged}
          >
            <Icon name="eye" size="small" />
            <span>
              {words.reveal}
              <span class="hide">
                {' '}
                {props.label}. {words.revealLogged}
              </span>
            </span>
          </button>
        </form>
      )}
    </span>
  );
}

export interface ReplyTemplate {
  readonly id: string;
  readonly label: string;
  readonly text: string;
}
export interface ReplyComposerProps {
  readonly action: string;
  readonly name: string; // of the text; the chosen template travels as `${name}Template`
  readonly label?: string | undefined; // default "Balas warga"
  readonly hint?: string | undefined;
  readonly value?: string | undefined;
  readonly error?: string | undefined;
  readonly templates?: readonly ReplyTemplate[] | undefined;
  readonly preview?: string | undefined; // the exact sentence the citizen will get
  readonly button?: string | undefined;
  readonly hidden?: Readonly<Record<string, string>> | undefined; // travels along, e.g. a request id
}

/** Write to the citizen: ready sentences, free text, and the exact words before they go. */
export function ReplyComposer(props: ReplyComposerProps) {
  const words = useWords().staff;
  const id = `balas-${props.name}`;
  return (
    <form class="stack reply" action={props.action} method="post" novalidate data-module="reply">
      <CsrfInput />
      {Object.entries(props.hidden ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {props.templates && props.templates.length > 0 && (
        <div class="field">
          <label class="label" for={`${id}-template`}>
            {words.template}
          </label>
          <select class="input" id={`${id}-template`} name={`${props.name}Template`}>
            <option value="" />
            {props.templates.map((template) => (
              <option key={template.id} value={template.id} data-text={template.text}>
                {template.label}
              </option>
            ))}
          </select>
        </div>
      )}
      <div class={props.error ? 'field field-bad' : 'field'}>
        <label class="label" for={id}>
          {props.label ?? words.reply}
        </label>
        {props.hint && <p class="hint">{props.hint}</p>}
        {props.error && (
          <p class="error" id={`${id}-error`}>
            <Icon name="alert-circle" size="small" />
            <span>{props.error}</span>
          </p>
        )}
        <textarea
          class="input"
          id={id}
          name={props.name}
          rows={4}
          aria-describedby={props.error ? `${id}-error` : undefined}
        >
          {props.value ?? ''}
        </textarea>
      </div>
      {props.preview && (
        <div class="inset">
          <p class="small">{words.preview}</p>
          <p>{props.preview}</p>
        </div>
      )}
      <Button icon="reply">{props.button ?? words.send}</Button>
    </form>
  );
}

export interface AuditEntry {
  readonly key: string;
  readonly time: string;
  readonly who: string; // name and role
  readonly what: string;
  readonly channel?: string | undefined;
  readonly proof?: string | undefined; // short hash of the event
  readonly details?: ComponentChildren; // what was written or recorded with it
}

/** Every event of a case, newest or oldest first as given. */
export function AuditList({ entries }: { entries: readonly AuditEntry[] }) {
  return (
    <ol class="audit">
      {entries.map((entry) => (
        <li key={entry.key}>
          <span class="small num">{entry.time}</span>
          <div>
            <p>{entry.what}</p>
            <p class="small">
              {entry.who}
              {entry.channel && ` · ${entry.channel}`}
              {entry.proof && (
                <>
                  {' · '}
                  <code>{entry.proof}</code>
                </>
              )}
            </p>
            {entry.details}
          </div>
        </li>
      ))}
    </ol>
  );
}
