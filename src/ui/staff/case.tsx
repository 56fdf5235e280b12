import type { ComponentChildren } from 'preact';
import { useWords } from '../context.ts';
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
