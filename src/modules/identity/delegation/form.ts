// From what an administrator typed to a delegation, with a sentence for every field that cannot be read.
import type { FieldError } from '../../../lib/errors.ts';
import { readDay } from '../../../lib/people-dates/people-dates.ts';
import type { NewDelegation } from './record.ts';

export const delegationFields = [
  'kind',
  'seat',
  'post',
  'to',
  'firstDay',
  'lastDay',
  'number',
  'date',
  'text',
] as const;
export type DelegationField = (typeof delegationFields)[number];
export type TypedDelegation = Readonly<Record<DelegationField, string>>;

export function readDelegation(
  typed: TypedDelegation,
  today: string,
): { readonly wanted: NewDelegation; readonly missing: readonly DelegationField[] } {
  const day = (field: DelegationField): string => {
    const read = readDay(typed[field], today);
    return read.ok ? read.days[0] : '';
  };
  const [unit = '', role = ''] = typed.seat.split(' ');
  const kind = typed.kind === 'plt' || typed.kind === 'an' ? typed.kind : 'plh';
  const days = { firstDay: day('firstDay'), lastDay: day('lastDay'), date: day('date') };
  const missing = delegationFields.filter((field) => {
    if (field === 'post') return typed.kind === 'plt' && typed.post.trim() === '';
    if (field === 'firstDay' || field === 'lastDay' || field === 'date') return days[field] === '';
    return typed[field].trim() === '';
  });
  const { firstDay, lastDay, date } = days;
  const instrument = { number: typed.number.trim(), date, text: typed.text.trim() };
  return {
    wanted: { kind, unit, role, post: typed.post.trim(), to: typed.to, firstDay, lastDay, instrument },
    missing,
  };
}

export function fieldErrors(
  missing: readonly DelegationField[],
  sentences: Record<DelegationField, string>,
): FieldError[] {
  return missing.map((field) => ({ field, code: 'required', message: sentences[field] }));
}
