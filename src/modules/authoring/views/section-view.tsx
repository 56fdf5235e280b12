import type { Entry, Section } from '../../../definition/editing/index.ts';
import type { Locale } from '../../../lib/locale.ts';
import { say } from '../../../lib/locale.ts';
import {
  Button,
  CheckboxField,
  type EditorFinding,
  FindingList,
  Form,
  type PageFrame,
  SelectField,
  Split,
  TextArea,
  TextField,
} from '../../../ui/index.ts';
import { type FlashCode, messagesFor } from '../messages.ts';
import { DraftShell, draftBase } from './shell.tsx';

export interface SectionViewProps {
  readonly frame: PageFrame;
  readonly slug: string;
  readonly title: string;
  readonly section: Section;
  readonly rowVersion: number;
  readonly entries: readonly Entry[];
  readonly findings: readonly EditorFinding[];
  readonly counts: string;
  readonly flash: FlashCode | undefined;
  readonly broken: boolean;
}

export function SectionView(props: SectionViewProps) {
  const { frame, slug, section, entries } = props;
  const words = messagesFor(frame.locale);
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) groups.set(entry.group.key, [...(groups.get(entry.group.key) ?? []), entry]);
  const aside = (
    <>
      <h2>{words.edit.findings}</h2>
      <p class="small">{props.counts}</p>
      <FindingList findings={props.findings} empty={words.noFindings} />
    </>
  );
  return (
    <DraftShell frame={frame} slug={slug} tab={section} title={props.title} flash={props.flash}>
      <Split aside={aside}>
        {props.broken && <p>{words.edit.broken}</p>}
        {!props.broken && entries.length === 0 && <p>{words.edit.nothing}</p>}
        {entries.length > 0 && (
          <Form action={`${draftBase(slug)}/isi/${section}`}>
            <input type="hidden" name="rowVersion" value={String(props.rowVersion)} />
            {[...groups].map(([key, group]) => (
              <Group key={key} entries={group} locale={frame.locale} />
            ))}
            <Button>{words.edit.save}</Button>
          </Form>
        )}
      </Split>
    </DraftShell>
  );
}

function Group({ entries, locale }: { entries: readonly Entry[]; locale: Locale }) {
  const words = messagesFor(locale);
  const [first] = entries;
  if (!first) return null;
  return (
    <section class="card stack">
      <h2>{say(first.group.title, locale)}</h2>
      <p class="small">
        {words.edit.structure}: <code>{first.group.structure}</code>
      </p>
      {entries.map((entry) => (
        <EntryField key={entry.name} entry={entry} locale={locale} />
      ))}
    </section>
  );
}

/** Ids may not hold slashes: they are used in fragments. */
const controlId = (name: string): string => name.replaceAll(/[^a-zA-Z0-9_-]/g, '-');

function EntryField({ entry, locale }: { entry: Entry; locale: Locale }) {
  const words = messagesFor(locale);
  const word = words.words[entry.word];
  const label = entry.detail === undefined ? word : `${word} (${entry.detail})`;
  const field = { id: controlId(entry.name), name: entry.name, label, required: !entry.optional };
  switch (entry.kind) {
    case 'text':
      return <TextPair entry={entry} locale={locale} label={label} />;
    case 'line':
      return <TextField {...field} value={entry.value ?? ''} />;
    case 'lines':
      return <TextArea {...field} hint={words.edit.linesHint} rows={4} value={entry.value.join('\n')} />;
    case 'number': {
      const prefix = entry.money ? 'Rp' : undefined;
      return (
        <TextField
          {...field}
          value={entry.value === null ? '' : String(entry.value ?? '')}
          width="10"
          inputMode="numeric"
          prefix={prefix}
          required={false}
        />
      );
    }
    case 'duration':
      return <DurationPair entry={entry} locale={locale} label={label} />;
    case 'choice':
      return <SelectField {...field} options={choiceOptions(entry, locale)} value={entry.value ?? ''} />;
    case 'choices':
      return (
        <CheckboxField
          {...field}
          options={entry.options.map(({ value }) => ({ value, label: words.values[value] ?? value }))}
          values={entry.value}
        />
      );
  }
}

function choiceOptions(entry: Extract<Entry, { kind: 'choice' }>, locale: Locale) {
  const words = messagesFor(locale);
  const options = entry.options.map(({ value, label }) => ({
    value,
    label: label ? say(label, locale) : (words.values[value] ?? value),
  }));
  return entry.optional
    ? [{ value: '', label: entry.data ? words.edit.always : words.edit.unset }, ...options]
    : options;
}

type Props<K extends Entry['kind']> = { entry: Extract<Entry, { kind: K }>; locale: Locale; label: string };

function TextPair({ entry, locale, label }: Props<'text'>) {
  const words = messagesFor(locale).edit;
  const one = (language: 'id' | 'en') => {
    const name = `${entry.name}/${language}`;
    const field = {
      id: controlId(name),
      name,
      label: `${label}, ${words[language]}`,
      value: entry.value?.[language] ?? '',
      required: language === 'id' && !entry.optional,
    };
    return entry.long ? <TextArea {...field} rows={2} /> : <TextField {...field} />;
  };
  return (
    <>
      {one('id')}
      {one('en')}
    </>
  );
}

function DurationPair({ entry, locale, label }: Props<'duration'>) {
  const words = messagesFor(locale);
  const units = ['working-days', 'working-hours', 'calendar-days', 'clock-hours'];
  return (
    <>
      <TextField
        id={controlId(`${entry.name}/amount`)}
        name={`${entry.name}/amount`}
        label={`${label}, ${words.edit.amount.toLowerCase()}`}
        value={entry.value === undefined ? '' : String(entry.value.amount)}
        width="4"
        inputMode="decimal"
        required={!entry.optional}
      />
      <SelectField
        id={controlId(`${entry.name}/unit`)}
        name={`${entry.name}/unit`}
        label={`${label}, ${words.edit.unit.toLowerCase()}`}
        options={units.map((value) => ({ value, label: words.values[value] ?? value }))}
        value={entry.value?.unit ?? 'working-days'}
      />
    </>
  );
}
