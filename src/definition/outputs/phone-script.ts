// The printed script for an officer at the telephone, from the same spoken questions as the live phone desk.
import { type Locale, say } from '../../lib/locale.ts';
import { describe } from '../conditions/describe.ts';
import type { Env } from '../fields/types.ts';
import type { Field, ServiceDefinition } from '../schema.ts';
import { spokenQuestion, spokenText } from '../spoken/index.ts';
import { escaped, htmlDocument, list, outputWords } from './html.ts';

export interface ScriptLine {
  readonly id: string; // of the question, or of the part
  readonly say: string;
  readonly condition?: string | undefined; // "jika ..."
  readonly options: readonly string[];
  readonly readBack?: string | undefined;
  readonly note?: string | undefined; // what the officer does, not says
}
export interface ScriptPart {
  readonly title: string;
  readonly lines: readonly ScriptLine[];
}

const nowhere = { has: () => false, name: () => undefined, within: () => false };

export function phoneScript(def: ServiceDefinition, locale: Locale): ScriptPart[] {
  const words = outputWords(locale);
  const env: Env = { today: '2026-01-01', locale, areas: nowhere };
  const told = (id: string, text: string, note?: string): ScriptLine => ({ id, say: text, options: [], note });
  const title = spokenText(say(def.title, locale), locale);
  return [
    { title: words.parts.opening, lines: [told('buka', words.greeting({ title }))] },
    {
      title: words.parts.eligibility,
      lines: def.eligibility.flatMap((rule) => [
        ...questionLines(def, rule.ask, env),
        told(`${rule.id}:lain`, spokenText(say(rule.else.say, locale), locale), words.otherwise),
      ]),
    },
    ...def.form.map((page) => ({
      title: say(page.title, locale),
      lines: page.fields.flatMap((field) => questionLines(def, field, env, page.when)),
    })),
    {
      title: words.parts.papers,
      lines: def.documents.map((document) => ({
        ...told(
          document.id,
          say(document.label, locale),
          document.kind === 'original-shown' ? words.original : words.sendPapers,
        ),
        condition: document.when === undefined ? undefined : describe(document.when, def, env),
      })),
    },
    {
      title: words.parts.declare,
      lines: def.declare.map((text, at) => told(`d${at}`, spokenText(say(text, locale), locale))),
    },
    { title: words.parts.closing, lines: [told('tutup', words.closingSay)] },
  ].filter((part) => part.lines.length > 0);
}

function questionLines(def: ServiceDefinition, field: Field, env: Env, pageWhen?: Field['when']): ScriptLine[] {
  const words = outputWords(env.locale);
  const spoken = spokenQuestion(field, env);
  const when = field.when ?? pageWhen;
  const asks = field.type !== 'info' && field.type !== 'group' && spoken.way === 'ask';
  const blank = spokenQuestion({ ...field, type: 'text', options: undefined }, env).readBack(words.spelled);
  const notes = { link: words.byLink, skip: words.skipped, ask: field.type === 'group' ? words.row : undefined };
  const line: ScriptLine = {
    id: field.id,
    say: spoken.say,
    condition: when === undefined ? undefined : describe(when, def, env),
    options: field.type === 'yesno' ? [] : (spoken.options ?? []),
    readBack: asks ? blank : undefined,
    note: notes[spoken.way],
  };
  return [line, ...(field.fields ?? []).flatMap((inner) => questionLines(def, inner, env, field.when))];
}

export function phoneScriptHtml(def: ServiceDefinition, locale: Locale): string {
  const words = outputWords(locale);
  const body = phoneScript(def, locale).map(
    (part) =>
      `<section><h2>${escaped(part.title)}</h2><dl>${part.lines.map((line) => lineHtml(line, locale)).join('')}</dl></section>`,
  );
  return htmlDocument(locale, `${words.script}: ${say(def.title, locale)}`, body);
}

function lineHtml(line: ScriptLine, locale: Locale): string {
  const words = outputWords(locale);
  const extra = [
    line.condition === undefined ? '' : `<em>${escaped(`${words.condition} ${line.condition}.`)}</em><br>`,
    line.note === undefined ? '' : `<small>${escaped(line.note)}</small>`,
    line.options.length === 0 ? '' : `<div>${escaped(words.options)}:${list(line.options, 'ol')}</div>`,
    line.readBack === undefined ? '' : `<div>${escaped(`${words.readBack}: ${line.readBack}`)}</div>`,
  ].join('');
  return `<dt>${escaped(line.say)}</dt><dd>${extra}</dd>`;
}
