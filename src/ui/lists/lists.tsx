import type { ComponentChildren } from 'preact';
import { LinkButton } from '../button/button.tsx';
import { useWords } from '../context.ts';
import type { GlyphName } from '../icon/glyphs.ts';
import { Icon } from '../icon/icon.tsx';
import { type StatusKind, StatusTag } from '../status/status-tag.tsx';

export interface RequirementItem {
  readonly label: string;
  readonly note?: ComponentChildren; // why it is asked, or how it should look
  readonly icon?: GlyphName | undefined; // default document
  readonly have?: string | undefined; // "Sudah ada pada kami": ticked, nothing to upload
}

/** "Siapkan dulu": what to have at hand. */
export function RequirementList({ items }: { items: readonly RequirementItem[] }) {
  return (
    <ul class="rows requirements">
      {items.map((item) => (
        <li key={item.label}>
          <Icon name={item.have ? 'check-circle' : (item.icon ?? 'document')} />
          <div>
            <b>{item.label}</b>
            {item.have && <p class="good">{item.have}</p>}
            {item.note && <p class="small">{item.note}</p>}
          </div>
        </li>
      ))}
    </ul>
  );
}

export interface StepItem {
  readonly title: string;
  readonly note?: ComponentChildren;
}

/** "Langkahnya": numbered, one line each. */
export function StepList({ items }: { items: readonly StepItem[] }) {
  return (
    <ol class="steps">
      {items.map((item) => (
        <li key={item.title}>
          <b>{item.title}</b>
          {item.note && <p class="small">{item.note}</p>}
        </li>
      ))}
    </ol>
  );
}

export interface SummaryRow {
  readonly label: string;
  readonly value: ComponentChildren;
  readonly changeHref?: string | undefined; // adds "Ubah", read aloud with the label
}

/** Question and answer, with "Ubah" on the right: the check-answers page and case facts. */
export function SummaryList({ rows }: { rows: readonly SummaryRow[] }) {
  const words = useWords();
  return (
    <dl class="answers">
      {rows.map((row) => (
        <div key={row.label}>
          <dt>{row.label}</dt>
          <dd>{row.value}</dd>
          {row.changeHref && (
            <dd class="answers-change">
              <a href={row.changeHref}>
                {words.change}
                <span class="hide"> {row.label}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

export interface AnswerSection {
  readonly title: string;
  readonly rows: readonly SummaryRow[];
}

/** "Periksa lagi sebelum kirim": every answer by section. */
export function CheckAnswers({ sections }: { sections: readonly AnswerSection[] }) {
  return (
    <>
      {sections.map((section) => (
        <section key={section.title} class="stack">
          <h2>{section.title}</h2>
          <SummaryList rows={section.rows} />
        </section>
      ))}
    </>
  );
}

export interface DefinitionRow {
  readonly label: string;
  readonly value: ComponentChildren;
}

/** Short facts in two columns: fee, result, hours, legal basis. */
export function DefinitionRows({ rows }: { rows: readonly DefinitionRow[] }) {
  return (
    <dl class="facts">
      {rows.map((row) => (
        <div key={row.label}>
          <dt>{row.label}</dt>
          <dd>{row.value}</dd>
        </div>
      ))}
    </dl>
  );
}

export interface DocumentItem {
  readonly label: string;
  readonly href?: string | undefined;
  readonly note?: string | undefined; // "PDF, 120 kB. Berlaku sampai 22 Mei 2027."
  readonly action?: string | undefined; // "Unduh"
}

/** Letters and files to open or download. */
export function DocumentList({ items }: { items: readonly DocumentItem[] }) {
  return (
    <ul class="rows">
      {items.map((item) => (
        <li key={item.label}>
          <Icon name="document" />
          <div>
            {item.href && !item.action ? <a href={item.href}>{item.label}</a> : <b>{item.label}</b>}
            {item.note && <p class="small">{item.note}</p>}
          </div>
          {item.href && item.action && (
            <LinkButton href={item.href} kind="secondary" icon="download">
              {item.action}
              <span class="hide"> {item.label}</span>
            </LinkButton>
          )}
        </li>
      ))}
    </ul>
  );
}

export interface AccessEntry {
  readonly who: string; // "Petugas verifikasi, Dinas Kependudukan"
  readonly what: string; // "Membuka NIK dan alamat"
  readonly when: string;
  readonly reason?: string | undefined;
}

/** "Siapa yang melihat data Anda": every reading of personal data, for its owner. */
export function AccessList({ entries }: { entries: readonly AccessEntry[] }) {
  const words = useWords().access;
  if (entries.length === 0) return <p>{words.empty}</p>;
  return (
    <ul class="rows">
      {entries.map((entry) => (
        <li key={`${entry.who}-${entry.when}`}>
          <Icon name="eye" />
          <div>
            <b>{entry.who}</b>
            <p>{entry.what}</p>
            <p class="small">
              {entry.when}
              {entry.reason && ` · ${words.reason}: ${entry.reason}`}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

export interface TaskItem {
  readonly title: string;
  readonly href?: string | undefined; // absent while it cannot be started yet
  readonly status: StatusKind;
  readonly label?: string | undefined; // word of the status here, e.g. "Belum diisi"
}

/** Sections of a long application, in any order. */
export function TaskList({ items }: { items: readonly TaskItem[] }) {
  return (
    <ul class="rows tasks">
      {items.map((item) => (
        <li key={item.title}>
          <div>{item.href ? <a href={item.href}>{item.title}</a> : item.title}</div>
          <StatusTag status={item.status} label={item.label} />
        </li>
      ))}
    </ul>
  );
}
