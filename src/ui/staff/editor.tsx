import { FieldShell } from '../form/field.tsx';
import { Icon } from '../icon/icon.tsx';

export const findingKinds = ['error', 'warning', 'info'] as const;
export interface EditorFinding {
  readonly line: number;
  readonly kind: (typeof findingKinds)[number];
  readonly code: string;
  readonly kindLabel: string; // "Harus diperbaiki"
  readonly lineLabel: string; // "Baris 12"
  readonly message: string;
}
export interface TextEditorProps {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly value: string;
  readonly findings: readonly EditorFinding[];
  readonly checkUrl?: string | undefined; // POSTed with the form while typing; answers the findings as JSON
}

/** A long text with numbered lines; a line with a finding is marked and can be jumped to. Scripts add indenting and checking. */
export function TextEditor(props: TextEditorProps) {
  const count = props.value.split('\n').length;
  const marked = new Map(props.findings.toReversed().map((finding) => [finding.line, finding.kind]));
  return (
    <FieldShell field={{ id: props.id, name: props.name, label: props.label, hint: props.hint }}>
      <div class="editor" data-module="editor" data-check-url={props.checkUrl}>
        <ol class="editor-lines" aria-hidden="true">
          {Array.from({ length: count }, (_, index) => (
            <li key={index} id={`baris-${index + 1}`} class={marked.get(index + 1)} />
          ))}
        </ol>
        <textarea
          id={props.id}
          name={props.name}
          rows={count + 1}
          wrap="off"
          spellcheck={false}
          autocomplete="off"
          aria-describedby={props.hint ? `${props.id}-hint` : undefined}
        >
          {`\n${props.value}`}
        </textarea>
      </div>
    </FieldShell>
  );
}

/** Findings in the order of the lines: where, how serious, what to do. */
export function FindingList({ findings, empty }: { findings: readonly EditorFinding[]; empty: string }) {
  if (findings.length === 0) return <p class="findings-none">{empty}</p>;
  return (
    <ul class="findings">
      {findings.map((finding) => (
        <li key={`${finding.line}-${finding.code}-${finding.message}`} class={finding.kind}>
          <Icon name={finding.kind === 'info' ? 'info-circle' : 'alert-circle'} size="small" />
          <div>
            <p class="small">
              <b>{finding.kindLabel}</b>{' '}
              {finding.line > 0 && <a href={`#baris-${finding.line}`}>{finding.lineLabel}</a>}{' '}
              <code>{finding.code}</code>
            </p>
            <p>{finding.message}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}

export interface DiffRow {
  readonly kind: 'same' | 'gone' | 'new' | 'gap';
  readonly text: string;
  readonly before?: number | undefined;
  readonly after?: number | undefined;
}
/** Lines taken out and put in; signs as well as colours. */
export function DiffTable({
  rows,
  label,
  words,
}: {
  rows: readonly DiffRow[];
  label: string;
  words: { gone: string; fresh: string };
}) {
  const signs = { same: ' ', gone: '-', new: '+', gap: '' };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1)
    <section class="table-scroll" tabIndex={0} aria-label={label}>
      <table class="diff">
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.kind}-${row.before}-${row.after}`} class={row.kind}>
              <td class="num">{row.before}</td>
              <td class="num">{row.after}</td>
              <td>
                {row.kind === 'gone' && <span class="hide">{words.gone} </span>}
                {row.kind === 'new' && <span class="hide">{words.fresh} </span>}
                <code>{row.kind === 'gap' ? '…' : `${signs[row.kind]} ${row.text}`}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

export interface BubbleProps {
  readonly from: 'citizen' | 'office';
  readonly who: string;
  readonly text: string;
}
/** A chat as it would look on a phone. */
export function Bubbles({ items }: { items: readonly BubbleProps[] }) {
  return (
    <ol class="bubbles">
      {items.map((item, index) => (
        <li key={index} class={item.from}>
          <span class="hide">{item.who}: </span>
          {item.text}
        </li>
      ))}
    </ol>
  );
}
