// Of several clocks the one people go by.
import type { CaseClock } from '../types.ts';

export const hasStopped = ({ events }: Pick<CaseClock, 'events'>): boolean => events.at(-1)?.type === 'stop';

/** The promise; once its stage is over the clock that ends first of those still counting; at the end the promise again. */
export function leadingClock(clocks: readonly CaseClock[]): CaseClock | undefined {
  const promise = clocks.find((clock) => clock.rule.id === 'promise') ?? clocks[0];
  if (!promise || !hasStopped(promise)) return promise;
  const counting = clocks.filter((clock) => !hasStopped(clock) && clock.dueAt !== null);
  return [...counting].sort((a, b) => Date.parse(a.dueAt ?? '') - Date.parse(b.dueAt ?? ''))[0] ?? promise;
}

/** Its stage ends with the first answer: nobody may read the date as the end of the matter. */
export const promisesAnswer = (clock: Pick<CaseClock, 'rule'> | undefined): boolean =>
  clock?.rule.promises === 'answer';

/** When the case should be done, as far as one is counting. */
export function caseDue(clocks: readonly CaseClock[]): Date | undefined {
  const dueAt = leadingClock(clocks)?.dueAt;
  return dueAt ? new Date(dueAt) : undefined;
}
