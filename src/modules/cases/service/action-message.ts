// The exact sentence a citizen reads after an action: the definition's text with its {places} filled. Officers see the
// same sentence before they send.
import type { Action, Field, ServiceDefinition } from '../../../definition/schema.ts';
import { formatDateTime, formatLocalDate } from '../../../lib/dates/format.ts';
import { isLocalDate } from '../../../lib/dates/local-date.ts';
import { type Locale, say } from '../../../lib/locale.ts';
import type { Context } from '../../../platform/context.ts';
import type { Acted, Answers, CaseRow } from '../types.ts';

export interface Wording {
  readonly locale: Locale;
  readonly timezone: string;
  readonly letterNumber?: string | undefined;
}

export function wordingOf(ctx: Context, target: CaseRow): Wording {
  return { locale: ctx.locale, timezone: ctx.region.timezone, letterNumber: target.state.letter?.number };
}

function recordedText(field: Field | undefined, value: unknown, locale: Locale): string {
  if (typeof value === 'string' && isLocalDate(value)) return formatLocalDate(value, locale);
  if (typeof value === 'boolean') return locale === 'en' ? (value ? 'yes' : 'no') : value ? 'ya' : 'tidak';
  const option = field?.options?.find((candidate) => candidate.value === value);
  return option ? say(option.label, locale) : String(value ?? '');
}

function reasonText(action: Action, data: Pick<Acted, 'correction' | 'refusal'>, locale: Locale): string {
  const given = data.correction ?? data.refusal;
  if (!given) return '';
  const option = action.reasons?.find((candidate) => candidate.value === given.reason);
  const label = option ? say(option.label, locale) : given.reason;
  // The sentence around it brings its own full stop.
  const note = given.note.replace(/[.\s]+$/, '');
  return note === '' ? label : `${label}. ${note}`;
}

type Filling = Pick<Acted, 'correction' | 'refusal' | 'recorded'> & { readonly lapseAt?: string | undefined };

/**
 * Fills {reason}, {due}, {letter} and the fields of the action's own form.
 * @param missing what stands for a place not known yet; by default it leaves no trace.
 */
export function fillMessage(
  action: Action,
  filling: Filling,
  wording: Wording & { readonly missing?: (place: string) => string },
): string {
  const { locale, timezone, missing } = wording;
  const values: Record<string, string> = {
    reason: reasonText(action, filling, locale),
    due: filling.lapseAt ? formatDateTime(new Date(filling.lapseAt), { timezone, locale }) : '',
    letter: wording.letterNumber ?? '',
    ...recordedTexts(action, filling.recorded, locale),
  };
  const text = say(action.message ?? action.label, locale).replace(
    /\{([a-z_-]+)\}/g,
    (_, name: string) => values[name] || (missing?.(name) ?? ''),
  );
  return text
    .replace(/:\s*\.$/, '.')
    .replace(/\s{2,}/g, ' ')
    .replace(/\.\.$/, '.')
    .trim();
}

function recordedTexts(action: Action, recorded: Answers, locale: Locale): Record<string, string> {
  const entries = Object.entries(recorded).map(([name, value]) => {
    const field = action.form.find((candidate) => candidate.id === name);
    return [name, recordedText(field, value, locale)] as const;
  });
  return Object.fromEntries(entries);
}

export function actionMessage(definition: ServiceDefinition, data: Acted, wording: Wording): string | undefined {
  const action = definition.workflow.actions.find((candidate) => candidate.do === data.action);
  const meanwhile = action?.each?.message && data.transition.to !== action.to ? { message: action.each.message } : {};
  return action && fillMessage({ ...action, ...meanwhile }, { ...data, lapseAt: data.transition.lapseAt }, wording);
}
