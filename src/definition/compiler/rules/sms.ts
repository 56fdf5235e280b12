// Over SMS a question is one message, and so is the news that something happened, with the longest words filled in.
import { formatDateTime } from '../../../lib/dates/format.ts';
import { septets, septetsOfOneSms, toGsm7 } from '../../../lib/gsm7/gsm7.ts';
import { type Locale, locales, say } from '../../../lib/locale.ts';
import { smsQuestion } from '../../dialogue/sms-question.ts';
import type { Action, Letter } from '../../schema.ts';
import type { Path } from '../finding.ts';
import { allQuestions, type Scope } from '../scope.ts';

export function checkSms(scope: Scope): void {
  if (!scope.def.channels.includes('sms')) return;
  for (const { field, path } of allQuestions(scope.def)) {
    if (field.type === 'group' || field.type === 'info') continue;
    const texts = locales.flatMap((locale) => smsQuestion(scope.def, field, locale));
    reportLong(scope, 'L24-X016', path, { texts, field: field.id });
  }
  for (const [index, action] of scope.def.workflow.actions.entries()) {
    const texts = action.message === undefined ? [] : locales.map((locale) => longestNotice(scope, action, locale));
    reportLong(scope, 'L24-X017', ['workflow', 'actions', index, 'message'], { texts, field: action.do });
  }
}

function reportLong(
  scope: Scope,
  code: 'L24-X016' | 'L24-X017',
  path: Path,
  { texts, field }: { texts: readonly string[]; field: string },
): void {
  const longest = Math.max(0, ...texts.map((text) => septets(toGsm7(text))));
  if (longest > septetsOfOneSms) scope.report(code, path, { field, length: longest, limit: septetsOfOneSms });
}

/** The sentence with {letter}, {reason} and {due} at their longest. What an officer types is cut by the sender. */
function longestNotice(scope: Scope, action: Action, locale: Locale): string {
  const reasons = (action.reasons ?? []).map((reason) => say(reason.label, locale));
  const values: Record<string, string> = {
    reason: longestOf(reasons),
    due: longestOf(sampleDates.map((at) => formatDateTime(at, { timezone: 'Asia/Makassar', locale }))),
    letter: scope.def.letter === undefined ? '' : longestNumber(scope.def.letter),
    ...Object.fromEntries(
      action.form.map((field) => [
        field.id,
        field.type === 'date'
          ? longestOf(sampleDates.map((at) => formatDateTime(at, { timezone: 'Asia/Makassar', locale })))
          : longestOf((field.options ?? []).map((option) => say(option.label, locale))),
      ]),
    ),
  };
  const text = action.message === undefined ? '' : say(action.message, locale);
  return text.replace(/\{([a-z_-]+)\}/g, (_, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? '') : '',
  );
}

// One September day for each weekday: the longest month name meets every day name.
const sampleDates = [24, 25, 26, 27, 28, 29, 30].map((day) => new Date(Date.UTC(2026, 8, day, 7)));

function longestNumber(letter: Letter): string {
  const parts: Record<string, string> = {
    kode: letter.classification,
    unit: 'KEL-WATANG-BACUKIKI',
    bulan_romawi: 'VIII',
    bulan: '12',
    tahun: '2026',
  };
  return letter.number.replace(/\{([a-z_]+)(?::0+)?\}/g, (_, name: string) => parts[name] ?? '00000');
}

function longestOf(texts: readonly string[]): string {
  return texts.reduce((longest, text) => (text.length > longest.length ? text : longest), '');
}
