// Filling in for somebody else: a neighbour, the family, the head of the RT. Both phones and the consent are on record.
import { parseFields } from '../../../definition/fields/registry.ts';
import type { Field } from '../../../definition/schema.ts';
import type { FieldError } from '../../../lib/errors.ts';
import type { Locale } from '../../../lib/locale.ts';
import type { Context } from '../../../platform/context.ts';
import type { Assisted } from '../../cases/index.ts';
import { messagesFor } from '../messages.ts';
import type { Companion } from '../types.ts';
import { consentWays, relations } from '../types.ts';
import { envOf } from './env.ts';

const text = (id: string, type: Field['type'], label: string): Field => ({
  id,
  type,
  label: { id: label },
  required: true,
});
const choice = (id: string, label: string, values: readonly string[]): Field => ({
  ...text(id, 'choice', label),
  options: values.map((value) => ({ value, label: { id: value } })),
});

/** The questions put to the helper; read and checked as any other question is. */
function fieldsIn(locale: Locale): Field[] {
  const words = messagesFor(locale).companion;
  return [
    text('nama_pendamping', 'name', words.name),
    text('hp_pendamping', 'phone', words.phone),
    choice('hubungan', words.relation, relations),
    text('hp_pemohon', 'phone', words.applicantPhone),
    choice('cara_setuju', words.how, consentWays),
    text('setuju', 'declaration', words.consentTick),
  ];
}

export interface ReadCompanion {
  readonly companion: Companion | undefined;
  readonly errors: readonly FieldError[];
}

export async function readCompanion(ctx: Context, body: Readonly<Record<string, unknown>>): Promise<ReadCompanion> {
  const { answers, errors } = parseFields(fieldsIn(ctx.locale), body, await envOf(ctx));
  if (errors.length > 0) return { companion: undefined, errors };
  const of = (id: string): string => String(answers[id] ?? '');
  const relation = relations.find((known) => known === of('hubungan')) ?? 'neighbour';
  const consentBy = consentWays.find((known) => known === of('cara_setuju')) ?? 'beside-me';
  const companion: Companion = {
    helperName: of('nama_pendamping'),
    helperPhone: of('hp_pendamping'),
    relation,
    applicantPhone: of('hp_pemohon'),
    consentBy,
    consent: messagesFor(ctx.locale).companion.consentText,
    ...(ctx.actor.kind === 'officer' ? { officerId: ctx.actor.id } : {}),
  };
  return { companion, errors: [] };
}

/** The note that goes with the case. */
export function assistedOf(companion: Companion): Assisted {
  const { helperName, helperPhone, relation, applicantPhone, consent, consentBy, officerId } = companion;
  const identity = officerId === undefined ? consentBy : `${consentBy}, officer:${officerId}`;
  return { mode: 'companion', helperName, helperPhone, relation, applicantPhone, consent, identity };
}
